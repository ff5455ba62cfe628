import { titleIds } from '../../issue/title-ids.js'
import type { Article } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'
import type { Block, Fitted, MovedLines } from './layout/index.js'

const nouns = { table: '表格', code: '代码', figure: '图片', formula: '公式' } as const

/** Chinese size names of `.table-size-1` to `.table-size-3` (tables.css), by size in pt. */
const sizes: Readonly<Record<number, string>> = { 10.5: '五号', 9: '小五', 7.5: '六号' }

/** How to make each kind of block narrower. */
const narrower: Readonly<Record<Block['what'], string>> = {
  table: '减少列数，或把长的英文、网址拆成几行。',
  code: '把长的一行拆成几行。',
  figure: '把图片的宽度写小一点，如 width=80%。',
  formula: '把公式拆成几行：在等号、加号前面写 \\\\ 换行，或者分成几个 $$ … $$。',
}

const turnIt = '把表格横排（上面单独写一行 <!-- 横排 -->，下面单独写一行 <!-- /横排 -->）'
const cutDown = '减少列数，或拆成两张表。'

/**
 * Diagnostics about wide blocks. A block wider than the page is an error in its article, because
 * Chromium would shrink the whole PDF to fit it. A table set smaller than 小四
 * (docs/design/newsletter.md, Furniture) is a warning.
 */
export function fittedDiagnostics({ tooWide, small }: Fitted, issue: Issue): Diagnostic[] {
  const placeOf = placesIn(issue)
  return [
    ...tooWide.flatMap((block) => {
      const place = placeOf(block)
      if (!place) return []
      return errorAt(place, {
        rule: 'too-wide',
        message: `这里的${nouns[block.what]}比版心宽，缩到最小也放不下。`,
        hint: narrower[block.what],
      })
    }),
    ...small.flatMap((block) => {
      const place = placeOf(block)
      if (!place) return []
      return warningAt(place, {
        rule: 'table-small',
        message: `表格太宽，字缩到${sizes[block.size] ?? `${block.size} 磅`}才放得下，比小四小，不好读。`,
        hint: block.turned ? cutDown : `${turnIt}；或者${cutDown}`,
      })
    }),
  ]
}

/**
 * Warning after a print without composed lines: the style sheet of a template of the editor's own
 * sets text in another size or width than the composer assumed.
 */
export function movedDiagnostics(moved: readonly MovedLines[], issue: Issue): Diagnostic[] {
  const placeOf = placesIn(issue)
  return moved.slice(0, 1).flatMap(({ article, words }) => {
    const place = placeOf({ article, line: 1 })
    if (!place) return []
    return warningAt(place, {
      rule: 'lines-moved',
      message: `“${words}……”这一段印出来的行和排好的不同，这一期的断行改由浏览器来做。`,
      hint: '多半是自己的模版改了字号、缩进或版心：缩进用 --paragraph-indent、--list-indent 这些变量改，见 docs/editors/lines.md。',
    })
  })
}

/** Returns a function that maps a block to its file and line. */
function placesIn(issue: Issue): (block: Pick<Block, 'article' | 'line'>) => Place | undefined {
  const { ofArticle, ofBriefs } = titleIds(issue)
  const articles = [...ofArticle.keys()]
  const byId = new Map<string, Article | undefined>([
    ...[...ofArticle].map(([article, id]) => [id, article] as const),
    ...[...ofBriefs].map(([{ briefs }, id]) => [id, briefs[0]?.article] as const),
  ])
  return ({ line, article }) => {
    // A block without a title of its own, such as the body of an order, belongs to the first
    // article.
    const file = (byId.get(article) ?? articles[0])?.path
    return file === undefined ? undefined : { file, at: { line: Math.max(1, line), column: 1 } }
  }
}
