import type { Contribution, Statistics, StatisticsRules, Tally } from '../../model/statistics.js'
import { byPath } from '../../text/natural-order.js'
import { cappedSum, pointsOf, type Share, sharesOf } from './points.js'

/** Counts the contributions by organisation, author, section, month and issue. Pure. */
export function statisticsOf(
  all: readonly Contribution[],
  rules: StatisticsRules = {},
): Statistics {
  const shares = sharesOf(all, rules)
  const listed = (rules.groups ?? []).flatMap(({ name, units }) =>
    units.map((unit) => [unit, name] as const),
  )
  const groupOf = new Map(listed)
  const names = [...new Set([...groupOf.keys(), ...shares.map(({ unit }) => unit)])]
  const units = names.map((name) => {
    const own = shares.filter(({ unit }) => unit === name)
    const group = groupOf.get(name)
    return {
      name,
      ...(group !== undefined && { group }),
      ...sums(own.map(({ contribution }) => contribution)),
      points: cappedSum(own, rules),
    }
  })
  const by = (keysOf: (one: Contribution) => readonly string[]) => tallied(all, keysOf, rules)
  const issues = new Set(all.filter(({ kind }) => kind !== 'record').map(({ issue }) => issue))
  return {
    issues: issues.size,
    ...sums(all),
    units: ranked(
      units,
      listed.map(([unit]) => unit),
    ),
    authors: ranked(by(({ authors }) => authors)),
    sections: ranked(by(({ section }) => (section === undefined ? [] : [section]))),
    months: inOrder(by(monthOf)),
    byIssue: inOrder(by(({ kind, issue }) => (kind === 'record' ? [] : [issue]))),
    unsigned: all
      .filter(({ units, authors }) => units.length + authors.length === 0)
      .map(({ file, title }) => `${file}：${title}`),
    unlisted: listed.length === 0 ? [] : names.filter((name) => !groupOf.has(name)),
  }
}

const monthOf = ({ year, month }: Contribution): string[] =>
  year === undefined || month === undefined ? [] : [`${year}-${String(month).padStart(2, '0')}`]

type Unranked = Omit<Tally, 'rank'>

function tallied(
  all: readonly Contribution[],
  keysOf: (one: Contribution) => readonly string[],
  rules: StatisticsRules,
): Unranked[] {
  const groups = new Map<string, Contribution[]>()
  for (const one of all) {
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([name, own]) => {
    const shares = own.map((contribution): Share => {
      return { unit: name, contribution, points: pointsOf(contribution, rules) }
    })
    return { name, ...sums(own), points: cappedSum(shares, {}) }
  })
}

function sums(own: readonly Contribution[]) {
  const count = (kind: Contribution['kind']) => own.filter((one) => one.kind === kind).length
  return {
    articles: count('article'),
    briefs: count('brief'),
    records: count('record'),
    characters: own.reduce((sum, { characters }) => sum + characters, 0),
    pictures: own.reduce((sum, { pictures }) => sum + pictures, 0),
  }
}

/**
 * Sorts by points, then by number of articles, then by the order of `order`, then by first
 * appearance. Equal points have the same rank.
 */
function ranked(tallies: readonly Unranked[], order: readonly string[] = []): Tally[] {
  const place = new Map(order.map((name, index) => [name, index]))
  const placeOf = ({ name }: Unranked) => place.get(name) ?? order.length
  const sorted = tallies.toSorted(
    (a, b) => b.points - a.points || b.articles - a.articles || placeOf(a) - placeOf(b),
  )
  return sorted.map((tally) => ({
    ...tally,
    rank: sorted.findIndex(({ points }) => points === tally.points) + 1,
  }))
}

const inOrder = (tallies: readonly Unranked[]): Tally[] =>
  tallies
    .toSorted((a, b) => byPath(a.name, b.name))
    .map((tally, index) => ({ ...tally, rank: index + 1 }))
