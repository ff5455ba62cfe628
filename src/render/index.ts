import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { klona } from 'klona/json'
import type { Article, Issue } from '../model.js'
import type { PictureLookup } from './figures.js'
import { setFigures } from './figures.js'
import { fontsGoHere } from './fonts-go-here.js'
import { turnLandscape } from './landscape.js'
import { markLeadIns } from './lead-ins.js'
import { pageOf, roomOf } from './page.js'
import { markSourceLines } from './source-lines.js'
import type { TemplateFiles } from './template.js'
import { fill, styleSheet } from './template.js'
import { keepWhole, setType } from './typography/index.js'
import { setVerse } from './verse.js'
import type { SealPicture } from './view.js'
import { viewOf } from './view.js'

export interface RenderParts {
  template: TemplateFiles
  /** What the page may load, for its <meta>. */
  csp: string
  /** The pictures of an article by the path as written. */
  picturesOf: (article: Article) => PictureLookup
  coverPicture?: string
  /** The seals of a document, one a name. */
  seals?: readonly SealPicture[]
}

/** What became of the content of articles that the build before this in the same process had as well. */
const known = new WeakMap<Root, { given: string; html: string }>()

/** An issue and its template → the HTML that is printed, self-contained. Pure. */
export function render(issue: Issue, parts: RenderParts): string {
  const page = pageOf(issue)
  const gap = issue.kind !== 'document'
  const none: PictureLookup = () => undefined
  const html = (content: Root, article?: Article) => {
    const look = article ? parts.picturesOf(article) : none
    const printed = article?.pictures.map(({ src }) => look(src))
    const given = JSON.stringify([gap, page, printed])
    const before = known.get(content)
    if (before?.given === given) return before.html
    const made = set(content, look)
    known.set(content, { given, html: made })
    return made
  }
  const set = (content: Root, look: PictureLookup) => {
    const set = setType(klona(content), { gap })
    setVerse(set)
    markSourceLines(set)
    markLeadIns(set)
    turnLandscape(set)
    setFigures(set, look, roomOf(page))
    return toHtml(set, { allowDangerousHtml: false })
  }
  const view = viewOf(issue, {
    csp: parts.csp,
    fontCss: fontsGoHere,
    css: styleSheet(parts.template),
    page,
    coverPicture: parts.coverPicture,
    seals: parts.seals ?? [],
    html,
    line: (text) => toHtml(keepWhole(text)),
    titleWidth: 20,
  })
  return fill(parts.template, view)
}
