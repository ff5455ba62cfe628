import type { Contribution, StatisticsRules } from '../../model/statistics.js'

/** Points when no rules say others: an article 5, a brief 1. */
const usual = { article: 5, brief: 1 } as const

/** One unit's share of one contribution. */
export interface Share {
  unit: string
  contribution: Contribution
  points: number
}

/** What a contribution is worth as a whole. */
export function pointsOf(
  one: Contribution,
  { points = {}, characters, picture = 0 }: StatisticsRules,
): number {
  if (one.kind === 'record') return one.points ?? 0
  const own = one.section === undefined ? undefined : points.sections?.[one.section]
  const { every = 0, points: perStep = 0 } = characters ?? {}
  const steps = every > 0 ? Math.floor(one.characters / every) : 0
  return (own ?? points[one.kind] ?? usual[one.kind]) + steps * perStep + one.pictures * picture
}

/** Every unit's share of every contribution, before the cap of a month. */
export function sharesOf(all: readonly Contribution[], rules: StatisticsRules): Share[] {
  const shares = all.flatMap((contribution) => {
    const units = [...new Set(contribution.units.map((unit) => rules.aliases?.[unit] ?? unit))]
    const whole = pointsOf(contribution, rules)
    const joint = rules.joint ?? 'each'
    return units.map((unit, index): Share => {
      const points =
        joint === 'each'
          ? whole
          : joint === 'split'
            ? whole / units.length
            : index === 0
              ? whole
              : 0
      return { unit, contribution, points }
    })
  })
  return rules.reuse === 'highest' ? bestOfEach(shares) : shares
}

/** Of one unit's contributions with one title the best alone brings points. */
function bestOfEach(shares: readonly Share[]): Share[] {
  const best = new Map<string, Share>()
  const keyOf = ({ unit, contribution }: Share) => `${unit}\n${contribution.title}`
  for (const share of shares) {
    const before = best.get(keyOf(share))
    if (!before || share.points > before.points) best.set(keyOf(share), share)
  }
  return shares.map((share) => (best.get(keyOf(share)) === share ? share : { ...share, points: 0 }))
}

/** The points of one unit's shares, no month over the cap. */
export function cappedSum(shares: readonly Share[], { monthlyCap }: StatisticsRules): number {
  const months = new Map<string, number>()
  for (const { contribution, points } of shares) {
    const { year, month } = contribution
    const key = month === undefined ? '' : `${year}-${month}`
    months.set(key, (months.get(key) ?? 0) + points)
  }
  const sums = [...months].map(([key, sum]) =>
    monthlyCap === undefined || key === '' ? sum : Math.min(sum, monthlyCap),
  )
  return Math.round(sums.reduce((all, sum) => all + sum, 0) * 100) / 100
}
