import { unzipSync } from 'fflate'
import type { XmlElement } from '../../src/input/docx/xml.js'
import { below, elementsOf, parseXml, textIn } from '../../src/input/docx/xml.js'
import { schemaOrder } from './schema-order.js'

/** A Word file, its XML parts parsed. */
export interface WordFile {
  /** XML parts by name: `word/document.xml`. */
  parts: ReadonlyMap<string, XmlElement>
  /** All parts. */
  files: Readonly<Record<string, Uint8Array>>
  document: XmlElement
}

export function readWord(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes)
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, data]) => [name, parseXml(data)]),
  )
  const document = parts.get('word/document.xml')
  if (!document) throw new Error('no word/document.xml')
  return { parts, files, document }
}

/** Elements of a name below another. */
export const allOf = (root: XmlElement, name: string): XmlElement[] =>
  [...below(root)].filter((one) => one.name === name)

/** The text of the runs below an element. */
export const wordText = (root: XmlElement): string =>
  [...below(root)]
    .filter(({ name }) => name === 'w:t' || name === 'm:t')
    .map(textIn)
    .join('')

/** The paragraphs of a style, as text. */
export const styledAs = ({ document }: WordFile, style: string): string[] =>
  allOf(document, 'w:p')
    .filter((one) => allOf(one, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === style))
    .map(wordText)

/** Children that are not where the schema has them: `w:pPr: w:jc after w:outlineLvl`. */
export function outOfOrder(root: XmlElement): string[] {
  const found = new Set<string>()
  for (const element of below(root)) {
    const order = schemaOrder[element.name]?.split(' ')
    if (!order) continue
    let last = -1
    for (const { name } of elementsOf(element)) {
      const place = order.indexOf(name.replace(/^\w+:/, ''))
      if (place < 0) found.add(`${element.name}: ${name} unknown`)
      else if (place < last) found.add(`${element.name}: ${name} after w:${order[last]}`)
      last = Math.max(last, place)
    }
  }
  return [...found]
}
