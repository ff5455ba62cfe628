import { toHtml } from 'hast-util-to-html'
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import type { TemplateFiles } from '../model/template.js'
import { contentHtml } from './content-html.js'
import { fontCssPlaceholder } from './font-css-placeholder.js'
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
 * content security policy for its <meta>. Pure.
 */
export function typeset(
  issue: Issue,
  template: TemplateFiles,
  pictures: TypesetPictures,
  csp: string,
): string {
  const page = pageOf(issue)
  const options = { gap: issue.kind !== 'document', page, picturesOf: pictures.of }
  const view = viewOf(issue, {
    csp,
    fontCss: fontCssPlaceholder,
    css: styleSheet(template),
    page,
    coverPicture: pictures.cover,
    seals: pictures.seals,
    html: (content, article) => contentHtml(content, article, options),
    line: (text) => toHtml(keepWhole(text)),
    words: (text) => toHtml(keepWords(text)),
    titleWidth: 20,
  })
  return fill(template, view)
}
