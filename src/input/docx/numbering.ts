import { inFormat, numberFormats } from './number-formats.js'
import { child, children, settingOf, toggle, whole, type XmlElement } from './xml.js'

/** The number that Word shows before a paragraph. */
export interface ShownNumber {
  /** Empty for a bullet and for a level without a number. */
  text: string
  level: number
  bullet: boolean
}

export interface Numbering {
  /** Counts a paragraph; undefined when it has no number. */
  next(numId: string, level: number): ShownNumber | undefined
  /** The level of a list that a paragraph style belongs to. */
  levelOfStyle(numId: string, style: string | undefined): number | undefined
  /** Formats that were met and are written in figures because they are not known. */
  unknownFormats: ReadonlySet<string>
}

interface Level {
  format: string
  text: string
  start: number
  /** The level, from 1, whose number begins this one anew; 0 for none. */
  restart?: number
  /** Every number in it is written in figures. */
  legal: boolean
  /** What stands between the number and the text. */
  suffix: string
  style?: string
}

interface List {
  /** What counts: lists of one definition go on from one another. */
  definition: string
  levels: Level[]
  /** Levels that this list begins anew when it is first met. */
  starts: Map<number, number>
}

/** Reads `numbering.xml` (ISO/IEC 29500-1, 17.9) and counts. */
export function readNumbering(
  part: XmlElement | undefined,
  styleNumbers: (style: string) => string | undefined,
): Numbering {
  const definitions = new Map(
    children(part, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  )
  const instances = new Map(
    children(part, 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]),
  )
  const lists = new Map<string, List | undefined>()
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const unknownFormats = new Set<string>()

  const listOf = (numId: string): List | undefined => {
    if (!lists.has(numId)) lists.set(numId, readList(numId))
    return lists.get(numId)
  }

  /** A definition that merely names a style is that of the style's list. */
  function readList(numId: string, seen: readonly string[] = []): List | undefined {
    const instance = instances.get(numId)
    const definition = settingOf(instance, 'w:abstractNumId') ?? ''
    const abstract = definitions.get(definition)
    if (!instance || !abstract || seen.includes(numId)) return undefined
    const link = settingOf(abstract, 'w:numStyleLink')
    const linked = link === undefined ? undefined : styleNumbers(link)
    if (linked !== undefined) return readList(linked, [...seen, numId])
    const levels: Level[] = []
    for (const one of children(abstract, 'w:lvl')) levels[indexOf(one)] = levelOf(one)
    const starts = new Map<number, number>()
    for (const override of children(instance, 'w:lvlOverride')) {
      const own = child(override, 'w:lvl')
      if (own) levels[indexOf(override)] = levelOf(own)
      const start = whole(settingOf(override, 'w:startOverride'))
      if (start !== undefined) starts.set(indexOf(override), start)
    }
    return { definition, levels, starts }
  }

  return {
    unknownFormats,
    levelOfStyle(numId, style) {
      const found = listOf(numId)?.levels.findIndex((level) => level?.style === style) ?? -1
      return style === undefined || found === -1 ? undefined : found
    },
    next(numId, index) {
      const list = listOf(numId)
      const level = list?.levels[index]
      if (!list || !level) return undefined
      const counts = counters.get(list.definition) ?? []
      counters.set(list.definition, counts)
      if (!begun.has(numId)) {
        begun.add(numId)
        for (const at of list.starts.keys()) counts[at] = undefined
      }
      const startOf = (at: number) => list.starts.get(at) ?? list.levels[at]?.start ?? 1
      for (let above = 0; above < index; above++) counts[above] ??= startOf(above)
      counts[index] = counts[index] === undefined ? startOf(index) : counts[index] + 1
      for (let deeper = index + 1; deeper < list.levels.length; deeper++) {
        const { restart = deeper } = list.levels[deeper] ?? {}
        if (restart !== 0 && index < restart) counts[deeper] = undefined
      }
      if (level.format === 'bullet') return { text: '', level: index, bullet: true }
      const written = (at: number) => {
        const format = list.levels[at]?.format ?? 'decimal'
        if (!Object.hasOwn(numberFormats, format)) unknownFormats.add(format)
        const isFigures = level.legal && format !== 'none'
        return inFormat(counts[at] ?? startOf(at), isFigures ? 'decimal' : format)
      }
      const text = level.text.replace(/%([1-9])/g, (_, digit: string) => written(Number(digit) - 1))
      return { text: text + (text === '' ? '' : level.suffix), level: index, bullet: false }
    },
  }
}

const indexOf = (element: XmlElement): number => whole(element.attributes['w:ilvl']) ?? 0

function levelOf(element: XmlElement): Level {
  // The numbers of Word 2010 and later that are no format of the standard are given in words.
  const format = child(element, 'w:numFmt')?.attributes
  const restart = whole(settingOf(element, 'w:lvlRestart'))
  const style = settingOf(element, 'w:pStyle')
  return {
    format: formatOf(format ?? {}),
    text: settingOf(element, 'w:lvlText') ?? '',
    start: whole(settingOf(element, 'w:start')) ?? 0,
    ...(restart !== undefined && { restart }),
    legal: toggle(element, 'w:isLgl') ?? false,
    suffix: settingOf(element, 'w:suff') === 'space' ? ' ' : '',
    ...(style !== undefined && { style }),
  }
}

/** `custom` with `w:format="001, 002, 003, ..."` counts with zeros before. */
function formatOf(attributes: XmlElement['attributes']): string {
  const { 'w:val': value = 'decimal', 'w:format': custom } = attributes
  if (value !== 'custom') return value
  return /^0+1,/.test(custom ?? '') ? 'decimalZero' : 'decimal'
}
