import { branchOf } from './alternatives.js'
import { commentMark } from './comments.js'
import { drawingInlines } from './drawings.js'
import { fieldMark } from './fields.js'
import type { Face, Inline } from './model.js'
import { type Around, type Reading, say, textInlines, wordsOf } from './reading.js'
import { isPrivate, signOf } from './symbols.js'
import { objectInlines, vmlInlines } from './vml.js'
import { child, elementsOf, settingOf, textIn, type XmlElement } from './xml.js'

/** The text of a run and what else is in it. */
export function runInlines(reading: Reading, run: XmlElement, around: Around): Inline[] {
  const properties = child(run, 'w:rPr')
  const face = reading.styles.withRun(
    reading.styles.face(around.style, settingOf(properties, 'w:rStyle')),
    properties,
  )
  // Word underlines links; the program prints them as it does.
  const shown = around.href ? { ...face, underline: false } : face
  const inlines = contentsIn(reading, run, shown, around)
  const isMark = elementsOf(run).some(({ attributes }) => attributes['w:customMarkFollows'] === '1')
  if (!isMark) return inlines
  const text = wordsOf(inlines)
  say(reading, { kind: 'removed', about: 'note-mark', text, reason: '手打的注码，脚注另外编号' })
  return inlines.filter(({ type }) => type === 'note')
}

/** What a run holds. */
type Content = (reading: Reading, element: XmlElement, face: Face, around: Around) => Inline[]

const written: Content = (reading, element, face, { href }) =>
  symbolic(reading, textIn(element), face).flatMap((text) =>
    textInlines(reading, text, { face, ...(href && { href }) }),
  )

const typed =
  (text: string): Content =>
  (reading, _, face, { href }) =>
    textInlines(reading, text, { face, ...(href && { href }) })

const mentioned =
  (kind: string): Content =>
  (reading, { attributes }) => {
    if (reading.fields.some(({ dropped, isResult }) => dropped || !isResult)) return []
    const id = `${kind}${attributes['w:id']}`
    reading.mentioned.add(id)
    return [{ type: 'note', id }]
  }

const contents = new Map<string, Content>(
  Object.entries<Content>({
    'w:t': written,
    'w:delText': written,
    'w:tab': typed('\t'),
    'w:ptab': typed('\t'),
    'w:noBreakHyphen': typed('-'),
    'w:softHyphen': () => [],
    'w:cr': () => [{ type: 'break' }],
    'w:br': lineBreak,
    'w:sym': sign,
    'w:fldChar': fieldMark,
    'w:instrText': (reading, element) => {
      const field = reading.fields.at(-1)
      if (field && !field.isResult) field.instruction += textIn(element)
      return []
    },
    'w:delInstrText': () => [],
    'w:footnoteReference': mentioned('f'),
    'w:endnoteReference': mentioned('e'),
    'w:ruby': ruby,
    'w:drawing': (reading, element, _, around) => drawingInlines(reading, element, around),
    'w:pict': (reading, element, _, around) => vmlInlines(reading, element, around),
    'w:object': (reading, element, _, around) => objectInlines(reading, element, around),
    'w:commentReference': (reading, element) => commentMark(reading, element, false),
    'mc:AlternateContent': (reading, element, face, around) => {
      const branch = branchOf(element)
      return branch ? contentsIn(reading, branch, face, around) : []
    },
  }),
)

const contentsIn: Content = (reading, parent, face, around) =>
  elementsOf(parent).flatMap(
    (element) => contents.get(element.name)?.(reading, element, face, around) ?? [],
  )

/** Text in a symbol typeface is signs; what only a typeface gives a meaning is said. */
function symbolic(reading: Reading, text: string, face: Face): string[] {
  if (!/[\ue000-\uf8ff]/.test(text)) return [text]
  let made = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const known = isPrivate(code) ? signOf(face.typeface, code) : character
    made += known ?? character
    if (known !== undefined && known !== character) {
      const reason = `“${face.typeface}”字体里的符号换成了通用的字`
      say(reading, { kind: 'changed', about: 'symbol', text: character, instead: known, reason })
    }
    if (known === undefined) {
      const hex = code.toString(16).toUpperCase()
      const reason = `这个字（U+${hex}）只有“${face.typeface ?? '某种'}”字体里有，印出来可能是空的`
      say(reading, { kind: 'doubtful', about: 'symbol', reason })
    }
  }
  return [made]
}

/** `w:sym`: a sign of a symbol typeface. */
function sign(
  reading: Reading,
  { attributes }: XmlElement,
  face: Face,
  { href }: Around,
): Inline[] {
  const { 'w:font': font = '', 'w:char': char = '' } = attributes
  const code = Number.parseInt(char, 16)
  if (Number.isNaN(code) || code > 0x10ffff) return []
  const known = signOf(font, code)
  if (known !== undefined) return textInlines(reading, known, { face, ...(href && { href }) })
  const text = String.fromCodePoint(code)
  const reason = `“${font}”字体的符号（${char}）没有通用的写法，没有带过来`
  say(reading, { kind: 'lost', about: 'symbol', text, reason })
  return []
}

function lineBreak(reading: Reading, { attributes }: XmlElement): Inline[] {
  const kind = attributes['w:type']
  if (kind === undefined || kind === 'textWrapping') return [{ type: 'break' }]
  if (kind === 'page') {
    const reason = '手动分页没有带过来；要分页，在这里写一行 <!-- 分页 -->'
    say(reading, { kind: 'removed', about: 'page-break', reason })
  }
  return []
}

function ruby(reading: Reading, element: XmlElement, face: Face, around: Around): Inline[] {
  const words = (name: string) => {
    const part = child(element, name)
    return part ? wordsOf(reading.inlinesIn(part, around)) : ''
  }
  const [base, over] = [words('w:rubyBase'), words('w:rt')]
  if (over.trim() === '') return textInlines(reading, base, { face })
  return [{ type: 'ruby', base, over }]
}
