import type { Diagnostic } from '../diagnostic.js'
import { errorAt } from '../diagnostic.js'
import type { Article, Issue } from '../model.js'
import type { TooWide } from './layout/index.js'

const nouns: Record<string, string> = { table: '表格', code: '代码', figure: '图片' }

/** What is wider than the page, as errors in the articles: the PDF would shrink as a whole. */
export function tooWideDiagnostics(blocks: readonly TooWide[], issue: Issue): Diagnostic[] {
  const byId = new Map<string, Article>()
  const articles = issue.sections.flatMap((section) => section.articles)
  for (const [index, article] of articles.entries()) byId.set(`a${index + 1}`, article)
  for (const [index, { briefs }] of issue.sections.entries()) {
    if (briefs[0]) byId.set(`s${index + 1}`, briefs[0].article)
  }
  return blocks.flatMap(({ line, article, what }) => {
    // Text without a title of its own is that of the first article: the body of an order.
    const file = (byId.get(article) ?? articles[0])?.path
    if (file === undefined) return []
    return errorAt(
      { file, at: { line: Math.max(1, line), column: 1 } },
      {
        rule: 'too-wide',
        message: `这里的${nouns[what] ?? '内容'}比版心宽，缩到最小也放不下。`,
        fix: '减少列数，或把长的英文、网址拆成几行。',
      },
    )
  })
}
