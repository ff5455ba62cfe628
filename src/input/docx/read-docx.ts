import { readBlocks } from './blocks.js'
import { lettersOf } from './census.js'
import type { Block, WordDocument } from './model.js'
import { readNumbering } from './numbering.js'
import { openPackage, type WordPackage } from './package.js'
import { type Reading, say, wordsOfBlocks } from './reading.js'
import { inlinesIn } from './runs.js'
import { readStyles } from './styles.js'
import { Unreadable } from './unreadable.js'
import { at, below, child, children, settingOf, whole, type XmlElement } from './xml.js'

export interface ReadOptions {
  /** What becomes of tracked changes. */
  changes: 'accept' | 'reject'
}

/** A document, or why there is none. */
export type ReadDocument =
  | { document: WordDocument; trouble?: undefined }
  | { document?: undefined; trouble: { reason: string; hint: string } }

/** Reads a `.docx`: nothing in it is run, and nothing outside of it is looked at. */
export function readDocx(bytes: Uint8Array, options: ReadOptions): ReadDocument {
  try {
    return { document: read(openPackage(bytes), options) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { trouble: { reason: error.reason, hint: error.hint } }
  }
}

function read(opened: WordPackage, { changes }: ReadOptions): WordDocument {
  const { main } = opened
  const part = (type: string) => {
    const [name] = opened.related(main, type)
    return name === undefined ? undefined : opened.xml(name)
  }
  const styles = part('styles')
  let id = 0
  const reading: Reading = {
    opened,
    styles: readStyles(styles, part('theme')),
    numbering: readNumbering(part('numbering'), (style) => numberOfStyle(styles, style)),
    changes,
    part: main,
    place: '第1段',
    near: 0,
    fields: [],
    commented: new Map(),
    boxes: [],
    mentioned: new Set(),
    said: [],
    tracked: [],
    goesOn: new WeakSet(),
    comments: [],
    tables: 0,
    nextId: () => ++id,
    inlinesIn: (parent, around) => inlinesIn(reading, parent, around),
    blocksIn: (parent) => readBlocks(reading, parent),
  }
  const root = opened.xml(main)
  const body = child(root, 'w:body')
  const blocks = body ? readBlocks(reading, body, true) : []
  const notes = readNotes(reading)
  dropMargins(reading)
  for (const format of reading.numbering.unknownFormats) {
    const reason = `编号的格式“${format}”不认识，写成了 1、2、3`
    reading.said.push({ kind: 'doubtful', about: 'number', reason, place: '全文', near: 0 })
  }
  return {
    blocks,
    notes: notes.kept,
    measure: measureOf(body),
    said: reading.said,
    changes: reading.tracked,
    comments: reading.comments,
    letters: [root, ...notes.parts, ...margins(opened).map(({ xml }) => xml)]
      .map(lettersOf)
      .join(''),
  }
}

/** The list that a numbering style gives. */
const numberOfStyle = (styles: XmlElement | undefined, id: string): string | undefined => {
  const style = children(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id)
  return settingOf(at(style, 'w:pPr', 'w:numPr'), 'w:numId')
}

/** A4 with the margins that Word begins with, in points. */
const usualMeasure = 415

/** The width between the margins of the last section. */
function measureOf(body: XmlElement | undefined): number {
  const section = child(body, 'w:sectPr')
  const size = whole(child(section, 'w:pgSz')?.attributes['w:w'])
  const margin = child(section, 'w:pgMar')?.attributes
  const [left, right] = [whole(margin?.['w:left']), whole(margin?.['w:right'])]
  if (size === undefined || left === undefined || right === undefined) return usualMeasure
  return Math.max(72, (size - left - right) / 20)
}

/** Footnotes and endnotes: those that are mentioned, in that order; of others it is said that they are gone. */
function readNotes(reading: Reading): { kept: Map<string, Block[]>; parts: XmlElement[] } {
  const { opened } = reading
  const read = new Map<string, Block[]>()
  const parts: XmlElement[] = []
  for (const { kind, type, element, word } of noteParts) {
    for (const name of opened.related(opened.main, type)) {
      const xml = opened.xml(name)
      if (!xml) continue
      parts.push(xml)
      reading.part = name
      let count = 0
      for (const note of children(xml, element)) {
        // What separates notes from the text.
        const isSeparator = /eparator|Notice/.test(note.attributes['w:type'] ?? '')
        if (!isSeparator) count += 1
        reading.place = `${word}${count}`
        reading.fields = []
        const blocks = readBlocks(reading, note)
        const id = `${kind}${note.attributes['w:id']}`
        if (reading.mentioned.has(id) && !isSeparator) read.set(id, blocks)
        else {
          const text = wordsOfBlocks(blocks)
          const reason = '脚注的注码已经删去，注文没有带过来'
          if (text.trim() !== '') say(reading, { kind: 'removed', about: 'note', text, reason })
        }
      }
    }
  }
  reading.part = opened.main
  const inOrder = [...reading.mentioned].flatMap((id): [string, Block[]][] => {
    const blocks = read.get(id)
    return blocks ? [[id, blocks]] : []
  })
  return { kept: new Map(inOrder), parts }
}

const noteParts = [
  { kind: 'f', type: 'footnotes', element: 'w:footnote', word: '脚注' },
  { kind: 'e', type: 'endnotes', element: 'w:endnote', word: '尾注' },
]

/** Headers and footers, each once. */
function margins(opened: WordPackage): { xml: XmlElement; word: string }[] {
  return [
    { type: 'header', word: '页眉' },
    { type: 'footer', word: '页脚' },
  ].flatMap(({ type, word }) =>
    [...new Set(opened.related(opened.main, type))].flatMap((name) => {
      const xml = opened.xml(name)
      return xml ? [{ xml, word }] : []
    }),
  )
}

/** The program makes its own headers and page numbers: those of the file are listed. */
function dropMargins(reading: Reading): void {
  for (const { xml, word } of margins(reading.opened)) {
    const text = lettersOf(xml)
    if (text === '') continue
    const isNumber = [...below(xml)].some(
      ({ name, attributes, children: inner }) =>
        (name === 'w:instrText' && /\bPAGE\b/.test(inner.join(''))) ||
        /\bPAGE\b/.test(attributes['w:instr'] ?? ''),
    )
    reading.said.push({
      kind: 'removed',
      about: isNumber ? 'page-number' : 'header',
      text,
      reason: isNumber ? '页码，排版时另编' : `${word}，排版时另做`,
      place: word,
      near: 0,
    })
  }
}
