import { branchOf } from './alternatives.js'
import { lettersOf } from './census.js'
import type { Block, Paragraph } from './model.js'
import { readParagraph } from './paragraphs.js'
import { type Reading, say, wordsOf } from './reading.js'
import { readTable } from './tables.js'
import { at, below, child, elementsOf, textIn, type XmlElement } from './xml.js'

/**
 * The blocks in a body, a cell, a box or a note, in reading order. Empty paragraphs, which only make
 * room, are left out.
 *
 * @param inBody whether places are counted in paragraphs: 第12段.
 */
export function readBlocks(reading: Reading, parent: XmlElement, inBody = false): Block[] {
  const blocks: Block[] = []
  let count = 0
  let open: Paragraph | undefined
  const visit = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p': {
        if (inBody && hasWords(element)) count += 1
        if (inBody) reading.place = `第${Math.max(count, 1)}段`
        const read = readParagraph(reading, element)
        const joined = open ? goOn(open, read.paragraph) : read.paragraph
        if (!open && holds(joined)) blocks.push(joined)
        if (open && holds(joined) && !blocks.includes(open)) blocks.push(open)
        blocks.push(...read.boxes)
        open = read.open ? joined : undefined
        break
      }
      case 'w:tbl':
        open = undefined
        blocks.push(...readTable(reading, element))
        break
      case 'w:sdt':
        if (isContents(element)) drop(reading, element)
        else if (at(element, 'w:sdtPr', 'w:showingPlcHdr')) dropPlaceholder(reading, element)
        else for (const one of elementsOf(child(element, 'w:sdtContent'))) visit(one)
        break
      case 'mc:AlternateContent':
        for (const one of elementsOf(branchOf(element))) visit(one)
        break
      case 'w:altChunk':
      case 'w:subDoc': {
        const reason = '这里插入的是另一个文件，没有读：在 Word 里打开它，存成一个文件'
        say(reading, { kind: 'lost', about: 'other-file', reason })
        break
      }
      case 'w:customXml':
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        for (const one of elementsOf(element)) visit(one)
    }
  }
  for (const element of elementsOf(parent)) visit(element)
  return blocks
}

/** A paragraph of which the end is gone takes in the next, whose properties it then has. */
function goOn(open: Paragraph, next: Paragraph): Paragraph {
  open.inlines.push(...next.inlines)
  const { style, align, outline, ruled } = next
  Object.assign(open, { style, align, ruled, outline })
  return open
}

const holds = ({ inlines }: Paragraph): boolean =>
  inlines.some(({ type }) => type !== 'text' && type !== 'break') || /\S/.test(wordsOf(inlines))

const hasWords = (element: XmlElement): boolean =>
  [...below(element)].some(({ name, children }) =>
    name === 'w:t' || name === 'w:delText'
      ? /\S/.test(textIn({ name, children, attributes: {} }))
      : false,
  )

const isContents = (element: XmlElement): boolean =>
  at(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ===
  'Table of Contents'

/** The words that ask for content are no content. */
const dropPlaceholder = (reading: Reading, element: XmlElement): void => {
  const text = lettersOf(child(element, 'w:sdtContent'))
  say(reading, { kind: 'removed', about: 'placeholder', text, reason: '表单里没有填的提示文字' })
}

/** Reads past an automatic table of contents: fields in it must not stay open. */
function drop(reading: Reading, element: XmlElement): void {
  const text = lettersOf(child(element, 'w:sdtContent'))
  const { said, tracked, comments } = reading
  const aside: Reading = { ...reading, said: [], tracked: [], comments: [], fields: [] }
  readBlocks(aside, child(element, 'w:sdtContent') ?? element)
  Object.assign(reading, { said, tracked, comments })
  say(reading, { kind: 'removed', about: 'contents', text, reason: '自动目录，排版时另做' })
}
