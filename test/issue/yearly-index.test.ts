import { describe, expect, it } from 'vitest'
import { signatureOf, titleOf } from '../../src/issue/yearly-index/row-text.js'
import { sectionOrder, yearlyIndexOf } from '../../src/issue/yearly-index/yearly-index.js'
import type { Contribution, IssueContributions } from '../../src/model/statistics.js'
import type { IndexOrder } from '../../src/model/yearly-index.js'
import { indexCsv } from '../../src/report/yearly-index/csv.js'
import { indexMarkdown } from '../../src/report/yearly-index/markdown.js'

const article = (entry: string, rest: Partial<Contribution> = {}): Contribution => ({
  kind: 'article',
  title: entry,
  entry,
  units: [],
  authors: [],
  section: '要闻',
  issue: '',
  characters: 0,
  pictures: 0,
  file: `${entry}.md`,
  ...rest,
})
const brief = (rest: Partial<Contribution> = {}): Contribution => {
  const { entry: _, ...one } = article('简讯', { kind: 'brief', section: '简讯', ...rest })
  return one
}
const issue = (
  number: number | undefined,
  contributions: Contribution[],
  rest: Partial<IssueContributions> = {},
): IssueContributions => ({
  name: `issue-${number}`,
  title: '工作通讯',
  issueLine: `第${number}期`,
  date: { year: 2021, month: number ?? 1, day: 28 },
  ...(number !== undefined && { number }),
  sections: ['要闻', '简讯'],
  dress: {},
  contributions,
  errors: [],
  ...rest,
})
/** Every title is on the page that its file is named for, else on page 9. */
const pages: Record<string, number> = { '同名.md': 3, '甲.md': 5 }
const index = (issues: IssueContributions[], by: IndexOrder = 'section') =>
  yearlyIndexOf(issues, () => (file) => pages[file] ?? 9, { year: 2021, by, names: true })
const rowsOf = (...args: Parameters<typeof index>) =>
  index(...args).groups.map(({ heading, parts }) => [
    heading,
    ...parts.flatMap(({ rows }) =>
      rows.map((row) => `${titleOf(row, args[1] ?? 'section')} ${row.issue.label}·${row.page}`),
    ),
  ])

describe('the rows of an index', () => {
  it('are in the order of the issues, however they are given; one title twice is two rows', () => {
    expect(
      rowsOf([issue(2, [article('同名')]), issue(1, [article('同名'), article('乙')])]),
    ).toEqual([['要闻', '同名 1·3', '乙 1·9', '同名 2·3']])
  })

  it('have one row for the briefs of an issue', () => {
    const given = [issue(1, [article('甲'), brief(), brief()]), issue(2, [brief()])]
    expect(rowsOf(given)).toEqual([
      ['要闻', '甲 1·5'],
      ['简讯', '第1期（2条） 1·9', '第2期（1条） 2·9'],
    ])
    expect(rowsOf(given, 'issue')).toEqual([
      ['第1期', '甲 1·5', '简讯（2条） 1·9'],
      ['第2期', '简讯（1条） 2·9'],
    ])
  })

  it('leave out what the contents leave out, and the index itself; its authors stay', () => {
    const { entry: _, ...hidden } = article('卷首', { authors: ['程砚'] })
    const { groups, authors } = index([issue(1, [hidden, article('2021年总目录'), article('甲')])])
    expect(groups).toMatchObject([{ heading: '要闻', parts: [{ rows: [{ title: '甲' }] }] }])
    expect(authors).toEqual([{ name: '程砚', letter: 'C', places: ['1·9'], files: ['卷首.md'] }])
  })

  it('have no heading without a section, and come after the sections', () => {
    const { section: _, ...loose } = article('散篇')
    expect(rowsOf([issue(1, [loose, article('甲')])])).toEqual([
      ['要闻', '甲 1·5'],
      [undefined, '散篇 1·9'],
    ])
  })

  it('sections of several issues are merged where they belong', () => {
    expect(
      sectionOrder([
        ['要闻', '专题', '交流', '简讯'],
        ['卷首', '要闻', '交流', '人物'],
        ['要闻', '交流', '简讯', '附录'],
      ]),
    ).toEqual(['卷首', '要闻', '专题', '交流', '人物', '简讯', '附录'])
  })
})

describe('what an issue is called', () => {
  const labels = (issues: IssueContributions[]) => index(issues).issues.map(({ label }) => label)
  const in2020 = { date: { year: 2020, month: 12 } }

  it('is its number; over two years, or with a number twice, the total number', () => {
    expect(labels([issue(1, []), issue(2, [])])).toEqual(['1', '2'])
    expect(labels([issue(1, [], { total: 32 }), issue(6, [], { total: 31, ...in2020 })])).toEqual([
      '31',
      '32',
    ])
    expect(labels([issue(1, [], { total: 31 }), issue(1, [], { total: 32 })])).toEqual(['31', '32'])
  })

  it('is its folder when there is no number', () => {
    expect(labels([issue(undefined, [], { name: '春季号' }), issue(2, [])])).toEqual([
      '春季号',
      'issue-2',
    ])
  })
})

describe('the names of an index', () => {
  it('have every author and unit of a joint article, each place once', () => {
    const joint = { units: ['乙馆', '甲馆'], authors: ['李艳、陈思'] }
    const { authors, units } = index([
      issue(1, [article('甲', joint), brief({ ...joint }), brief({ ...joint })]),
      issue(2, [article('同名', { authors: ['陈思'] })]),
    ])
    expect(authors.map(({ name, places }) => [name, ...places])).toEqual([
      ['陈思', '1·5', '1·9', '2·3'],
      ['李艳', '1·5', '1·9'],
    ])
    expect(units.map(({ name }) => name)).toEqual(['甲馆', '乙馆'])
    expect(signatureOf(joint)).toBe('乙馆、甲馆 李艳、陈思')
  })
})

describe('the files of an index', () => {
  const odd = [issue(1, [article('=SUM(A1) | *星* <b> [注](x) $5'), article('Café 𠮷')])]

  it('no cell of the CSV is a formula', () => {
    expect(indexCsv(index(odd))).toContain("'=SUM(A1)")
  })

  it('no title is a mark of Markdown', () => {
    const text = indexMarkdown(index(odd))
    expect(text).toContain('| =SUM(A1) \\| \\*星\\* \\<b> ')
    expect(text).toMatch(/^---\n标题: 2021年总目录\n栏目: 附录\n日期: 2021-01-28\n---\n/)
  })
})
