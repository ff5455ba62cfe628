import { toHtml } from 'hast-util-to-html'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { WebTemplate } from '../../model/template.js'
import { pageOf, roomOf } from '../../typeset/page-geometry.js'
import type { PictureLookup } from '../../typeset/picture-size.js'
import { fill, styleSheet } from '../../typeset/template/template.js'
import { viewOf } from '../../typeset/views/view.js'
import { screenHtml } from './content.js'
import type { ScreenLookup } from './figures.js'
import type { WebViewParts } from './view.js'
import { contentLevels, webViewOf } from './view.js'

/** The pictures of an issue, as printed and as the page holds them. */
export interface WebPictures {
  printed: (article: Article) => PictureLookup
  screen: (article: Article) => ScreenLookup
  /** Data URI of the cover picture. */
  cover: string | undefined
}

/**
 * Content security policy of the page: nothing from elsewhere, no script, only what is in the file.
 * Frames cannot be forbidden from within a page.
 */
export const pageCsp = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Titles on the screen are broken by the browser, except where the author broke them. */
const titleWidth = 10_000

/** One text as HTML. */
const textHtml = (value: string): string => toHtml({ type: 'text', value })

const nothing = () => undefined

/** The issue as one page for the screen, with everything in it. Pure. */
export function webPage(
  issue: Issue,
  template: WebTemplate,
  { printed, screen, cover }: WebPictures,
  parts: WebViewParts,
): string {
  const page = pageOf(issue)
  const levels = contentLevels(issue)
  const state = { references: new Map<string, number>(), count: { tables: 0 }, room: roomOf(page) }
  const view = viewOf(issue, {
    csp: pageCsp,
    fontCss: '',
    css: styleSheet(template),
    page,
    coverPicture: cover,
    // A seal that anyone can copy from a web page is worth nothing.
    seals: [],
    html: (content, { article } = {}) =>
      screenHtml(
        content,
        {
          level: (article && levels.get(article)) ?? 1,
          printed: article ? printed(article) : nothing,
          pictures: article ? screen(article) : nothing,
        },
        state,
      ),
    line: textHtml,
    words: textHtml,
    titleWidth,
  })
  return fill(template, webViewOf(issue, view, parts))
}
