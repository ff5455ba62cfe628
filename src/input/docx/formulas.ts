import type { Face, Inline } from './model.js'
import { type Reading, say, textInlines, wordsOf } from './reading.js'
import { at, below, child, children, elementsOf, textIn, type XmlElement } from './xml.js'

/** Parts of a formula that say how it looks. */
const isProperty = (name: string): boolean => /Pr$/.test(name)

/** A formula written in one line: numbers raised and lowered, fractions with a stroke. */
export function formulaInlines(reading: Reading, formula: XmlElement): Inline[] {
  const before = wordsOf(textInlines(reading, allText(formula), { face: {} }))
  if (before === '') return []
  const strange = [...below(formula)].find(({ name }) => unwritable.has(name))
  const inlines = inLine(formula, {})
  const signs = addedSigns(before, wordsOf(inlines))
  if (signs !== '') {
    const reason = '公式写成一行时加上的符号'
    say(reading, { kind: 'added', about: 'formula', instead: signs, reason })
  }
  const shown = wordsOf(inlines)
  say(
    reading,
    strange
      ? { kind: 'lost', about: 'formula', reason: `公式的结构写不成一行，只留了其中的字“${shown}”` }
      : { kind: 'doubtful', about: 'formula', reason: `公式写成了一行：“${shown}”` },
  )
  return inlines
}

/** What has more than one line whatever is done. */
const unwritable: ReadonlySet<string> = new Set([
  'm:m',
  'm:eqArr',
  'm:groupChr',
  'm:limLow',
  'm:limUpp',
])

const allText = (formula: XmlElement): string =>
  [...below(formula)]
    .filter(({ name }) => name === 'm:t' || name === 'w:t')
    .map(textIn)
    .join('')

/** The characters that a text has more than another. */
function addedSigns(before: string, after: string): string {
  const rest = [...before]
  return [...after]
    .filter((sign) => {
      const index = rest.indexOf(sign)
      if (index !== -1) rest.splice(index, 1)
      return index === -1
    })
    .join('')
}

const text = (value: string, face: Face): Inline[] =>
  value === '' ? [] : [{ type: 'text', text: value, face }]

function inLine(element: XmlElement, face: Face): Inline[] {
  const part = (name: string, look = face) => {
    const found = child(element, name)
    return found ? inLine(found, look) : []
  }
  const grouped = (inlines: Inline[]) =>
    [...wordsOf(inlines)].length > 1
      ? [...text('(', face), ...inlines, ...text(')', face)]
      : inlines
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return text(textIn(element), face)
    case 'm:f':
      return [...grouped(part('m:num')), ...text('/', face), ...grouped(part('m:den'))]
    case 'm:sSup':
      return [...part('m:e'), ...part('m:sup', { ...face, raised: 'super' })]
    case 'm:sSub':
      return [...part('m:e'), ...part('m:sub', { ...face, raised: 'sub' })]
    case 'm:sSubSup':
      return [
        ...part('m:e'),
        ...part('m:sub', { ...face, raised: 'sub' }),
        ...part('m:sup', { ...face, raised: 'super' }),
      ]
    case 'm:rad':
      return [
        ...part('m:deg', { ...face, raised: 'super' }),
        ...text('√', face),
        ...grouped(part('m:e')),
      ]
    case 'm:nary':
      return [
        ...text(signOf(element, 'm:naryPr') ?? '∫', face),
        ...part('m:sub', { ...face, raised: 'sub' }),
        ...part('m:sup', { ...face, raised: 'super' }),
        ...part('m:e'),
      ]
    case 'm:d':
      return bracketed(element, face)
    default:
      return elementsOf(element)
        .filter(({ name }) => !isProperty(name))
        .flatMap((one) => inLine(one, face))
  }
}

const signOf = (element: XmlElement, properties: string): string | undefined =>
  at(element, properties, 'm:chr')?.attributes['m:val']

function bracketed(element: XmlElement, face: Face): Inline[] {
  const sign = (name: string, usual: string) =>
    at(element, 'm:dPr', name)?.attributes['m:val'] ?? usual
  const parts = children(element, 'm:e').flatMap((one, index) => [
    ...(index > 0 ? text(sign('m:sepChr', '|'), face) : []),
    ...inLine(one, face),
  ])
  return [...text(sign('m:begChr', '('), face), ...parts, ...text(sign('m:endChr', ')'), face)]
}
