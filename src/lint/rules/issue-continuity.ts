import { settingsStart } from '../../model/place.js'
import type { Day } from '../../model/settings.js'
import type { IssueFinding, IssueRule, Neighbour, RuleContext } from '../rule.js'

/**
 * Number, total number and date must continue those of the other issues in the publication's
 * folder.
 */
export const issueContinuity: IssueRule = {
  id: 'issue-continuity',
  row: 'A06',
  class: 'report',
  severity: 'warning',
  about: '期号、总期号、日期和前后各期接不上',
  reason: '同一刊物：总期号逐期加一，期号在一年里加一、新年从 1 起，日期不早于上一期。',
  clause: '期刊编号的惯例',
  examples: {
    passes: [
      'yaml\nnumber: 6\ntotal: 54\ndate: 2021-06-28\n§§neighbour issue-53\nnumber: 5\ntotal: 53\ndate: 2021-05-28\n§§正文。',
      'yaml\nnumber: 1\ntotal: 54\ndate: 2022-01-28\n§§neighbour issue-53\nnumber: 12\ntotal: 53\ndate: 2021-12-28\n§§正文。',
    ],
    fails: [
      {
        text: 'yaml\nnumber: 7\ntotal: 54\ndate: 2021-06-28\n§§neighbour issue-53\nnumber: 5\ntotal: 53\ndate: 2021-05-28\n§§正文。',
        at: '1:1',
      },
      {
        text: 'yaml\nnumber: 3\ntotal: 55\ndate: 2021-06-28\n§§neighbour issue-53\nnumber: 2\ntotal: 53\ndate: 2021-03-28\n§§正文。',
        at: '2:1',
      },
      {
        text: 'yaml\nnumber: 6\ntotal: 53\n§§neighbour issue-53\nnumber: 5\ntotal: 53\n§§正文。',
        at: '2:1',
      },
    ],
  },
  checkIssue(context) {
    const { settings, neighbours } = context
    const own = ownNumbers(context)
    const findingFor = (
      key: 'number' | 'total' | 'date',
      message: string,
      hint: string,
    ): IssueFinding => ({
      ...(settings.where?.[key] ?? settingsStart),
      message,
      hint,
    })
    const { total, number, date } = own
    if (total === undefined) return []
    const same = neighbours.find((one) => one.total === total)
    if (same) {
      const message = `总期号“${total}”和“${same.name}”的重了。`
      return [findingFor('total', message, '改正其中一期的总期号。')]
    }
    const findings: IssueFinding[] = []
    const before = closest(neighbours, total, -1)
    const after = closest(neighbours, total, 1)
    const isNext = before?.total === total - 1
    if (
      before &&
      isNext &&
      number !== undefined &&
      before.number !== undefined &&
      date &&
      before.date
    ) {
      const wanted = date.year === before.date.year ? before.number + 1 : 1
      if (number !== wanted) {
        const message = `期号“${number}”接不上：上一期“${before.name}”是 ${before.date.year} 年第 ${before.number} 期。`
        findings.push(findingFor('number', message, `改成 ${wanted}；合刊、增刊就不用改。`))
      }
    }
    const beside = before ?? after
    if (beside && !isNext && isOutOfStep(own, beside)) {
      const message = `期号“${number}”、总期号“${total}”和“${beside.name}”（${beside.number}、${beside.total}）对不上：同一年里两个数应当差得一样多。`
      findings.push(findingFor('total', message, '核对期号和总期号；合刊、增刊就不用改。'))
    }
    if (date && before?.date && rank(date) < rank(before.date)) {
      findings.push(
        findingFor(
          'date',
          `日期“${dateText(date)}”早于前面的“${before.name}”（${dateText(before.date)}）。`,
          '改正日期或总期号。',
        ),
      )
    }
    if (date && after?.date && rank(date) > rank(after.date)) {
      findings.push(
        findingFor(
          'date',
          `日期“${dateText(date)}”晚于后面的“${after.name}”（${dateText(after.date)}）。`,
          '改正日期或总期号。',
        ),
      )
    }
    return findings
  },
}

function ownNumbers({ settings, name }: RuleContext): Neighbour {
  const fromName = /^issue-(\d{1,4})$/.exec(name)?.[1]
  const total = typeof settings.total === 'number' ? settings.total : undefined
  const named = settings.total === undefined && fromName ? Number(fromName) : undefined
  return { name, number: settings.number, total: total ?? named, date: settings.date }
}

/** Within one year, number and total number increase by the same amount. */
function isOutOfStep(own: Neighbour, other: Neighbour): boolean {
  if (own.number === undefined || other.number === undefined) return false
  if (own.total === undefined || other.total === undefined) return false
  if (!own.date || own.date.year !== other.date?.year) return false
  return own.number - other.number !== own.total - other.total
}

/** Returns the issue just before (`side` -1) or after (1) a total number. */
function closest(all: readonly Neighbour[], total: number, side: -1 | 1): Neighbour | undefined {
  const there = all.filter((one) => one.total !== undefined && (one.total - total) * side > 0)
  return there.toSorted((a, b) => ((a.total ?? 0) - (b.total ?? 0)) * side)[0]
}

const rank = ({ year, month, day = 15 }: Day) => year * 10_000 + month * 100 + day
const dateText = ({ year, month, day }: Day) =>
  `${year}年${month}月${day === undefined ? '' : `${day}日`}`
