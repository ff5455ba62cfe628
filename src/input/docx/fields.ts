import type { Face, Inline } from './model.js'
import { type OpenField, type Reading, say, textInlines } from './reading.js'
import { child, toggle, type XmlElement } from './xml.js'

/** Fields whose results are made anew by the program, or are none of the text. */
const dropped: Readonly<Record<string, { about: string; reason: string }>> = {
  TOC: { about: 'contents', reason: '自动目录，排版时另做' },
  INDEX: { about: 'contents', reason: '自动索引' },
  PAGE: { about: 'page-number', reason: '页码，排版时另编' },
  NUMPAGES: { about: 'page-number', reason: '页数，排版时另编' },
  SECTIONPAGES: { about: 'page-number', reason: '页数，排版时另编' },
  PAGEREF: { about: 'page-number', reason: '指向 Word 里的页码，排版后不对了' },
}

/** `w:fldChar`: the beginning, the middle and the end of a field. */
export function fieldMark(reading: Reading, mark: XmlElement, face: Face): Inline[] {
  const kind = mark.attributes['w:fldCharType']
  const { fields } = reading
  if (kind === 'begin') {
    const box = child(child(mark, 'w:ffData'), 'w:checkBox')
    const ticked = toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false
    fields.push({ instruction: '', isResult: false, ...(box && { ticked }) })
    return []
  }
  const field = fields.at(-1)
  if (!field) return []
  if (kind === 'separate') {
    beginResult(field)
    return []
  }
  fields.pop()
  return endField(reading, field, face)
}

/** Begins the result of a field of which the instruction is known. */
export function beginResult(field: OpenField): void {
  field.isResult = true
  const [name = ''] = field.instruction.trim().split(/\s+/)
  const why = dropped[name.toUpperCase()]
  if (why) field.dropped = { ...why, text: '' }
  if (name.toUpperCase() === 'HYPERLINK') {
    const href = /^"([^"]*)"|^([^\\]\S*)/.exec(field.instruction.trim().slice(name.length).trim())
    const target = href?.[1] ?? href?.[2]
    if (target && isAddress(target)) field.href = target
  }
}

/** Whether a link leads to the web or to a mailbox; all else is on somebody's machine. */
export const isAddress = (target: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(target)

/** The end of a field: what was left out is said; a field without a result may be drawn by its instruction. */
export function endField(reading: Reading, field: OpenField, face: Face): Inline[] {
  if (field.dropped && field.dropped.text.trim() !== '') {
    say(reading, { kind: 'removed', ...field.dropped })
  }
  if (field.ticked !== undefined) return added(reading, field.ticked ? '☑' : '☐', face)
  const instruction = field.instruction.trim()
  if (field.isResult || !/^EQ\b/i.test(instruction)) return []
  const [, number] =
    /\\o\\ac\([○◯],\s*(\d{1,2})\)/i.exec(instruction.replace(/\s(?=[\\(])/g, '')) ?? []
  const value = Number(number)
  if (value >= 1 && value <= 20) return added(reading, String.fromCodePoint(0x245f + value), face)
  say(reading, { kind: 'lost', about: 'formula', reason: `公式域“${instruction}”没有带过来` })
  return []
}

function added(reading: Reading, text: string, face: Face): Inline[] {
  const inlines = textInlines(reading, text, { face })
  if (inlines.length > 0)
    say(reading, { kind: 'added', about: 'field', instead: text, reason: '由域画出来的字' })
  return inlines
}
