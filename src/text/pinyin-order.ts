import { pinyin } from 'pinyin-pro'
import { isHan } from './characters.js'

/** A name with what it is sorted by. */
interface Sorted<T> {
  item: T
  /** A–Z; # for a name that begins with neither a letter nor a character of known reading. */
  letter: string
  keys: readonly Key[]
  name: string
}

/** Sort key of one character: letters, tone, character. */
type Key = readonly [letters: string, tone: number, character: string]

/** What the names are of: the readings of family names (单 shàn, 曾 zēng) are only for persons. */
export type NameKind = 'person' | 'unit'

/**
 * Groups items by the first letter of their name and sorts them as a Chinese dictionary does:
 * character by character, by letters, then tone, then code point; so equal family names are
 * together. Readings come from a table, not from the machine's locale data. What has no reading
 * comes last, under #.
 */
export function byPinyin<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  kind: NameKind,
): { letter: string; item: T }[] {
  return items
    .map((item): Sorted<T> => {
      const name = nameOf(item).normalize('NFC')
      // 《工作通讯》编辑部 is found under 工, not under its bracket.
      const bare = name.replace(/^[\p{P}\p{S}\s]+(?=.)/u, '')
      const keys = keysOf(bare, kind)
      const first = keys[0]?.[0].charAt(0).toUpperCase() ?? ''
      return { item, name, keys, letter: /^[A-Z]$/.test(first) ? first : '#' }
    })
    .sort(
      (a, b) =>
        Number(a.letter === '#') - Number(b.letter === '#') ||
        compareKeys(a.keys, b.keys) ||
        compare(a.name, b.name),
    )
    .map(({ letter, item }) => ({ letter, item }))
}

function keysOf(name: string, kind: NameKind): Key[] {
  const characters = [...name]
  const readings = pinyin(name, {
    type: 'array',
    toneType: 'num',
    surname: kind === 'person' ? 'head' : 'off',
  })
  return characters.map((character, index): Key => {
    // A character without a reading is its own reading, and not of Latin letters.
    const reading = isHan(character) ? (readings[index] ?? '') : ''
    const [, letters, tone] = /^([a-zü]+)([0-4])$/.exec(reading) ?? []
    if (letters !== undefined) return [letters, Number(tone) || 5, character]
    // é → e, A → a: sorted as the plain letter.
    const plain = character.normalize('NFD').charAt(0).toLowerCase()
    return [plain, 0, isHan(character) ? character : plain]
  })
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]]
    if (!left || !right) break
    const order = compare(left[0], right[0]) || left[1] - right[1] || compare(left[2], right[2])
    if (order !== 0) return order
  }
  return a.length - b.length
}

const compare = (a: string, b: string): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}
