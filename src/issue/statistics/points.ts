import type { Contribution, StatisticsRules } from '../../model/statistics.js'

/** Default points: 5 for an article, 1 for a brief. */
const defaults = { article: 5, brief: 1 } as const

/** The points of one organisation for one contribution. */
export interface Share {
  unit: string
  contribution: Contribution
  points: number
}

/** What the rules give a name of the editor's own choice, which may be `constructor`. */
const given = <T>(rows: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  rows && Object.hasOwn(rows, name) ? rows[name] : undefined

/** Returns the points of a contribution before they are divided among organisations. */
export function pointsOf(
  one: Contribution,
  { points = {}, characters, picture = 0 }: StatisticsRules,
): number {
  if (one.kind === 'record') return one.points ?? 0
  const own = one.section === undefined ? undefined : given(points.sections, one.section)
  const { every = 0, points: perStep = 0 } = characters ?? {}
  const steps = every > 0 ? Math.floor(one.characters / every) : 0
  return (own ?? points[one.kind] ?? defaults[one.kind]) + steps * perStep + one.pictures * picture
}

/** Returns the share of every organisation in every contribution, before the monthly cap. */
export function sharesOf(all: readonly Contribution[], rules: StatisticsRules): Share[] {
  const shares = all.flatMap((contribution) => {
    const units = [...new Set(contribution.units.map((unit) => given(rules.aliases, unit) ?? unit))]
    const total = pointsOf(contribution, rules)
    const joint = rules.joint ?? 'each'
    return units.map((unit, index): Share => {
      const points =
        joint === 'each'
          ? total
          : joint === 'split'
            ? total / units.length
            : index === 0
              ? total
              : 0
      return { unit, contribution, points }
    })
  })
  return rules.reuse === 'highest' ? bestOfEach(shares) : shares
}

/**
 * If an organisation has several contributions with the same title, only the best one earns points.
 */
function bestOfEach(shares: readonly Share[]): Share[] {
  const best = new Map<string, Share>()
  const keyOf = ({ unit, contribution }: Share) => `${unit}\n${contribution.title}`
  for (const share of shares) {
    const before = best.get(keyOf(share))
    if (!before || share.points > before.points) best.set(keyOf(share), share)
  }
  return shares.map((share) => (best.get(keyOf(share)) === share ? share : { ...share, points: 0 }))
}

/** Returns the total points of one organisation, with each month limited to `monthlyCap`. */
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
