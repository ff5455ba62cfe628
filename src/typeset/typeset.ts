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

/** The pictures of an issue by the addresses that the page knows them by. */
export interface TypesetPictures {
  of: (article: Article) => PictureLookup
  cover?: string
  /** The seals of a document, one a name. */
  seals: readonly SealPicture[]
}

/**
 * An issue and its template → the HTML that is printed, self-contained. `csp` is what the page may
 * load, for its <meta>. Pure.
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
