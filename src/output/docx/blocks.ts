import type { Element, ElementContent, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isBlank, isInline } from '../../text/inline-elements.js'
import { classesOf } from '../../typeset/inline-pictures.js'
import { bookmarkOf } from './contents.js'
import type { Draft } from './draft.js'
import { figure } from './figures.js'
import { displayFormula } from './formulas.js'
import { list } from './lists.js'
import type { ParagraphLook } from './paragraph.js'
import { paragraph } from './paragraph.js'
import type { Place } from './place.js'
import type { Look } from './run.js'
import { startPage } from './start-page.js'
import type { StyleId } from './style-ids.js'
import { levelsOf } from './style-ids.js'
import { sizes } from './styles.js'
import { table } from './tables.js'
import { textBlock } from './text-block.js'
import type { Xml } from './xml.js'

/** The paragraphs and tables of some content. */
export function blocks(
  nodes: readonly (ElementContent | RootContent)[],
  place: Place,
  draft: Draft,
): Xml[] {
  const made: Xml[] = []
  let line: ElementContent[] = []
  let breaksPage = false
  const add = (block: readonly Xml[]) => {
    made.push(...(breaksPage ? startPage(block) : block))
    if (block.length > 0) breaksPage = false
  }
  const endLine = () => {
    if (!line.every(isBlank)) add(textBlock(line, place, {}, draft))
    line = []
  }
  for (const node of nodes) {
    if (isInline(node)) line.push(node as ElementContent)
    else if (node.type === 'element') {
      endLine()
      if (classesOf(node).includes('page-break')) breaksPage = true
      else add(block(node, place, draft))
    }
  }
  endLine()
  return made
}

function block(node: Element, place: Place, draft: Draft): Xml[] {
  const within = (changed: Partial<Place>) => blocks(node.children, { ...place, ...changed }, draft)
  const classes = classesOf(node)
  const [first = ''] = classes
  const heading = /^heading-([1-4])$/.exec(first)?.[1]
  if (heading) {
    const style = `Heading${levelsOf(draft.kind).body + Number(heading)}` as StyleId
    const { id } = node.properties
    const mark = id === undefined ? [] : draft.bookmarked(bookmarkOf(String(id)), [])
    return textBlock(node.children, { ...place, style, look: {} }, {}, draft, mark)
  }
  switch (node.tagName) {
    case 'p':
      return textBlock(node.children, place, paragraphLook(classes, draft), draft)
    case 'ul':
    case 'ol':
      return list(node, place, draft, blocks)
    case 'blockquote':
      return within({ style: 'Quote' })
    case 'aside':
      return within({ style: 'EditorNote', strongIsHei: true })
    case 'figure':
      return figure(node, place, draft)
    case 'table':
      return table(node, place, draft, blocks)
    case 'pre':
      return [
        paragraph(
          {
            style: 'Code',
            indent: place.style === 'TableText' ? { left: 0, right: 0 } : undefined,
          },
          draft.run(draft.lookOf('Code'), textOf(node)),
        ),
      ]
    case 'section':
      // Footnotes: the marks in the text have brought them along.
      return []
  }
  if (first === 'space') return [paragraph({ style: 'Normal' })]
  if (first === 'formula') return formulaBlock(node, draft)
  if (first === 'definition') return within({ indent: { left: 200, first: 200 } })
  return within({})
}

function formulaBlock(node: Element, draft: Draft): Xml[] {
  const maths = node.children.find((child) => child.type === 'element' && child.tagName === 'math')
  const content =
    maths?.type === 'element'
      ? [displayFormula(maths, draft)]
      : [draft.run(draft.lookOf('Picture'), textOf(node))]
  return [paragraph({ style: 'Picture' }, content)]
}

/** What the classes of a paragraph make of it (templates/shared/styles). */
function paragraphLook(
  classes: readonly string[],
  { page }: Draft,
): ParagraphLook & { letters?: Partial<Look> } {
  const look: ParagraphLook & { letters?: Partial<Look> } = {}
  for (const name of classes) {
    if (name === 'align-center') Object.assign(look, { align: 'center', indent: { first: 0 } })
    if (name === 'align-right') Object.assign(look, { align: 'right', indent: { first: 0 } })
    if (name === 'continued') Object.assign(look, { indent: { first: 0 } })
    if (name === 'leads') look.keepNext = true
    if (name === 'caption-line') look.style = 'Caption'
    if (name === 'table-caption')
      Object.assign(look, { style: 'Caption', keepNext: true, letters: { role: 'hei' } })
    if (name === 'table-unit')
      Object.assign(look, {
        style: 'Caption',
        align: 'right',
        keepNext: true,
        letters: { role: 'fangsong', size: sizes.small * 0.85 },
        line: { height: page.line, rule: 'exact' },
      })
  }
  return look
}
