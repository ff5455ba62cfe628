import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { klona } from 'klona/json'
import { isInline } from '../../text/inline-elements.js'
import { indentHardBreakLines } from '../../typeset/hard-break-lines.js'
import { classesOf, splitAtPictures } from '../../typeset/inline-pictures.js'
import { keepLeadInsWithNext } from '../../typeset/keep-with-next.js'
import type { PictureLookup, PictureRoom } from '../../typeset/picture-size.js'
import { dropLooseSpaces } from '../../typeset/typography/loose-spaces.js'
import type { ScreenLookup } from './figures.js'
import { setScreenFigures } from './figures.js'
import type { NoteReferences } from './footnotes.js'
import { linkFootnotes } from './footnotes.js'
import { setHeadings } from './headings.js'
import type { TableCount } from './tables.js'
import { setTables } from './tables.js'

/** What the parts of one page share. */
export interface PageState {
  references: NoteReferences
  count: TableCount
  room: PictureRoom
}

export interface ContentPlace {
  /** Level of the heading that the content stands under, 1–6. */
  level: number
  /** The pictures as they are printed, and as they stand on the page. */
  printed: PictureLookup
  pictures: ScreenLookup
}

/** HTML of content (hast) for the screen: the browser breaks the lines. The content stays as it is. */
export function screenHtml(
  content: Root,
  { level, printed, pictures }: ContentPlace,
  { references, count, room }: PageState,
): string {
  const copy = plainContent(content, printed, room)
  dropPageMarks(copy)
  setHeadings(copy, level)
  linkFootnotes(copy, references)
  setTables(copy, count)
  setScreenFigures(copy, pictures)
  indentHardBreakLines(copy)
  return toHtml(setNotes(copy))
}

/**
 * A copy of content, its loose spaces dropped, the captions of tables marked, large pictures out of
 * the lines.
 */
export function plainContent(content: Root, printed: PictureLookup, room: PictureRoom): Root {
  const copy = klona(content)
  splitAtPictures(copy, printed, room)
  keepLeadInsWithNext(copy)
  dropSpaces(copy)
  return copy
}

const pageMarks = ['page-break', 'landscape-start', 'landscape-end']

function dropPageMarks(root: Root): void {
  root.children = root.children.filter(
    (node) => node.type !== 'element' || !classesOf(node).some((name) => pageMarks.includes(name)),
  )
}

function dropSpaces(node: Root | Element): void {
  let run: ElementContent[] = []
  for (const child of node.children as ElementContent[]) {
    if (isInline(child) && !(child.type === 'element' && child.tagName === 'br')) run.push(child)
    else {
      dropLooseSpaces(run)
      run = []
      if (child.type === 'element' && child.tagName !== 'pre') dropSpaces(child)
    }
  }
  dropLooseSpaces(run)
}

/**
 * An `aside` is a landmark, of which a page has few; an editor's note is a note (WAI-ARIA 1.2). A
 * formula may scroll sideways, so it can be reached by the keyboard.
 */
function setNotes<Node extends Root | Element>(node: Node): Node {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'aside') {
      child.tagName = 'div'
      child.properties.role = 'note'
    }
    if (classesOf(child).includes('formula'))
      Object.assign(child.properties, { role: 'group', ariaLabel: '公式', tabIndex: 0 })
    setNotes(child)
  }
  return node
}
