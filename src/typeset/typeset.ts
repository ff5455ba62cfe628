import { toHtml } from 'hast-util-to-html'
import type { TextWidths } from '../fonts/widths.js'
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import type { TemplateFiles } from '../model/template.js'
import { contentHtml, type KeepHtml } from './content-html.js'
import type { Asks } from './copyfit/asks.js'
import { asksByArticle } from './copyfit/asks.js'
import { fontCssPlaceholder } from './font-css-placeholder.js'
import { lineStyle } from './lines/style.js'
import { tokensOf } from './lines/tokens.js'
import { pageOf } from './page-geometry.js'
import type { PictureLookup } from './picture-size.js'
import { fill, styleSheet } from './template/template.js'
import { keepWhole, keepWords } from './typography/typography.js'
import type { SealPicture } from './view-model.js'
import { viewOf } from './views/view.js'

/** The pictures of an issue, by the URLs that the page uses. */
export interface TypesetPictures {
  of: (article: Article) => PictureLookup
  cover?: string
  /** The seals of a document, one for each name. */
  seals: readonly SealPicture[]
}

/**
 * Typesets an issue with its template and returns the self-contained HTML to print. `csp` is the
 * content security policy for its <meta>. `widths` are those of the page's fonts, by which lines are
 * composed; without them the browser breaks all lines. `places`: whether every block says where its
 * source is; `asks`: paragraphs that are to have other lines than by themselves (`page.fit`); `keep`:
 * what keeps the HTML of unchanged content. Pure.
 */
export function typeset(
  issue: Issue,
  template: TemplateFiles,
  pictures: TypesetPictures,
  csp: string,
  widths?: TextWidths,
  {
    places = false,
    asks = new Map(),
    keep,
  }: { places?: boolean; asks?: Asks | undefined; keep?: KeepHtml | undefined } = {},
): string {
  const page = pageOf(issue)
  const css = styleSheet(template)
  const gap = issue.kind !== 'document'
  const { punctuation = 'squeeze', fit = false } = issue.settings.page ?? {}
  const lines = widths && { widths, tokens: tokensOf(css), chars: page.chars, punctuation, gap }
  const asksOf = lines && fit ? asksByArticle(issue, asks) : undefined
  const options = { gap, page, picturesOf: pictures.of, lines, places, asksOf, keep }
  const view = viewOf(issue, {
    csp,
    fontCss: fontCssPlaceholder,
    css: lines ? css + lineStyle : css,
    page,
    coverPicture: pictures.cover,
    seals: pictures.seals,
    html: (content, where = {}) => contentHtml(content, where, options),
    line: (text) => toHtml(keepWhole(text)),
    words: (text) => toHtml(keepWords(text)),
    titleWidth: 20,
  })
  return fill(template, view)
}
