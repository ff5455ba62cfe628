import { branchOf } from './alternatives.js'
import { commentMark } from './comments.js'
import { beginResult, endField, isAddress } from './fields.js'
import { formulaInlines } from './formulas.js'
import type { Change, Inline } from './model.js'
import { type Around, type Reading, say, wordsOf } from './reading.js'
import { runInlines } from './run-contents.js'
import { at, child, elementsOf, type XmlElement } from './xml.js'

/** What is in a paragraph, in order: runs, and all that may stand around runs. */
export function inlinesIn(reading: Reading, parent: XmlElement, around: Around): Inline[] {
  const elements = elementsOf(parent)
  for (const [index, element] of elements.entries()) {
    if (isSameChange(element, elements[index - 1])) reading.goesOn.add(element)
  }
  return elements.flatMap((element) => inlinesOf(reading, element, around))
}

const isSameChange = ({ name, attributes }: XmlElement, before: XmlElement | undefined): boolean =>
  name === before?.name &&
  attributes['w:author'] !== undefined &&
  attributes['w:author'] === before.attributes['w:author']

type Reader = (reading: Reading, element: XmlElement, around: Around) => Inline[]

const nothing: Reader = () => []

/** What the elements of a paragraph are; one that is not here is looked into. */
const readers = new Map<string, Reader>(
  Object.entries<Reader>({
    'w:r': runInlines,
    'w:pPr': nothing,
    'w:rPr': nothing,
    'w:hyperlink': linkInlines,
    'w:fldSimple': simpleField,
    'w:ins': (...all) => changed('inserted', 'accept', ...all),
    'w:del': (...all) => changed('deleted', 'reject', ...all),
    'w:moveTo': (...all) => changed('moved', 'accept', ...all),
    'w:moveFrom': (...all) => changed('moved', 'reject', ...all),
    'w:sdt': contentControl,
    'w:sdtPr': nothing,
    'w:smartTagPr': nothing,
    'w:customXmlPr': nothing,
    'mc:AlternateContent': (reading, element, around) => {
      const branch = branchOf(element)
      return branch ? inlinesIn(reading, branch, around) : []
    },
    'm:oMath': (reading, element) => formulaInlines(reading, element),
    'm:oMathPara': inlinesIn,
    'w:commentRangeStart': (reading, element) => commentMark(reading, element, true),
    'w:commentRangeEnd': (reading, element) => commentMark(reading, element, false),
  }),
)

const inlinesOf: Reader = (reading, element, around) =>
  (readers.get(element.name) ?? inlinesIn)(reading, element, around)

function linkInlines(reading: Reading, element: XmlElement, around: Around): Inline[] {
  const relation = reading.opened.relations(reading.part).get(element.attributes['r:id'] ?? '')
  const target = relation?.external ? relation.target : undefined
  if (target === undefined) return inlinesIn(reading, element, around)
  if (isAddress(target)) return inlinesIn(reading, element, { ...around, href: target })
  const reason = `链接“${target}”指向某台电脑里的文件，只留了文字`
  say(reading, { kind: 'removed', about: 'link', reason })
  return inlinesIn(reading, element, around)
}

function simpleField(reading: Reading, element: XmlElement, around: Around): Inline[] {
  const field = { instruction: element.attributes['w:instr'] ?? '', isResult: false }
  beginResult(field)
  reading.fields.push(field)
  const inlines = inlinesIn(reading, element, around)
  reading.fields.pop()
  return [...inlines, ...endField(reading, field, {})]
}

/** A content control; the words that ask for content are no content. */
function contentControl(reading: Reading, element: XmlElement, around: Around): Inline[] {
  const content = child(element, 'w:sdtContent')
  if (!content) return []
  const inlines = inlinesIn(reading, content, around)
  if (at(element, 'w:sdtPr', 'w:showingPlcHdr') === undefined) return inlines
  const text = wordsOf(inlines)
  say(reading, { kind: 'removed', about: 'placeholder', text, reason: '表单里没有填的提示文字' })
  return []
}

/** What somebody has inserted, deleted or moved: kept or left out, and listed. */
function changed(
  what: Change['what'],
  keptWhen: Reading['changes'],
  reading: Reading,
  element: XmlElement,
  around: Around,
): Inline[] {
  const inlines = inlinesIn(reading, element, around)
  const kept = reading.changes === keptWhen
  const text = wordsOf(inlines)
  // Moved text is listed once, where it is not any more.
  if (what !== 'moved' || !kept) noteChange(reading, { what, kept, text }, element)
  return kept ? inlines : []
}

/** Lists a change; Word parts one into as many as it has runs. */
export function noteChange(
  reading: Reading,
  { what, kept, text }: Pick<Change, 'what' | 'kept' | 'text'>,
  element: XmlElement,
): void {
  if (text === '') return
  const { place, near } = reading
  const { 'w:author': author = '', 'w:date': date = '' } = element.attributes
  const last = reading.tracked.at(-1)
  if (last && reading.goesOn.has(element)) last.text += text
  else reading.tracked.push({ what, kept, author, date: date.slice(0, 10), text, place, near })
}
