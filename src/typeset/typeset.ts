import { toHtml } from 'hast-util-to-html'
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import type { TemplateFiles } from '../model/template.js'
import { contentHtml } from './content-html.js'
import { fontsGoHere } from './font-css-placeholder.js'
import { pageOf } from './page-geometry.js'
import type { PictureLookup } from './picture-size.js'
import { fill, styleSheet } from './template/template.js'
import { keepWhole } from './typography/typography.js'
import type { SealPicture } from './view-model.js'
import { viewOf } from './views/view.js'

export interface RenderParts {
  template: TemplateFiles
  /** What the page may load, for its <meta>. */
  csp: string
  /** The pictures of an article. */
  picturesOf: (article: Article) => PictureLookup
  coverPicture?: string
  /** The seals of a document, one a name. */
  seals?: readonly SealPicture[]
}

/** An issue and its template → the HTML that is printed, self-contained. Pure. */
export function render(issue: Issue, parts: RenderParts): string {
  const page = pageOf(issue)
  const { picturesOf } = parts
  const options = { gap: issue.kind !== 'document', page, picturesOf }
  const view = viewOf(issue, {
    csp: parts.csp,
    fontCss: fontsGoHere,
    css: styleSheet(parts.template),
    page,
    coverPicture: parts.coverPicture,
    seals: parts.seals ?? [],
    html: (content, article) => contentHtml(content, article, options),
    line: (text) => toHtml(keepWhole(text)),
    titleWidth: 20,
  })
  return fill(parts.template, view)
}
