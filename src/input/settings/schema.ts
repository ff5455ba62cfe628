import type { Node, Pair, YAMLMap } from 'yaml'
import { isAlias, isMap, isNode, isPair, isScalar } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { inLanguageOf } from '../../text/language.js'
import type { UnknownKey, Vocabulary } from './unknown-key.js'
import { meantBy, unknownKeys } from './unknown-key.js'
import type { Decoder, JsonSchema, Origin } from './value.js'
import { accepting, errorIn, invalid } from './value.js'
import { asWritten, sourceOf } from './values/text.js'

/** The definition of one key: its Chinese name, its documentation and its decoder. */
export interface Key<T> {
  alias: string
  /** What to write, for the documentation; one line of Markdown. */
  about: string
  /** The default, for the documentation, where it is worth mentioning. */
  otherwise?: string
  decode: Decoder<T>
}

/** The definitions of all keys of `T`. The compiler requires an entry for every new key of `T`. */
export type Table<T> = { readonly [K in keyof T]-?: Key<Exclude<T[K], undefined>> }

/** Maps the accepted names to the keys. */
export type KeyNames<K extends string = string> = ReadonlyMap<string, K>

/** Both names of every key of a table. */
export function namesOf<T>(table: Table<T>): KeyNames<keyof T & string> {
  const keys = Object.keys(table) as (keyof T & string)[]
  return new Map(keys.flatMap((key) => [[key, key] as const, [table[key].alias, key] as const]))
}

/** The decoded values of a mapping, by key. */
export interface Decoded<T> {
  value: Partial<T>
  /**
   * The position of each key, including keys with an empty value and keys that a misspelt name most
   * likely meant.
   */
  where: Partial<Record<keyof T, Point>>
  diagnostics: Diagnostic[]
}

export interface DecodeOptions<T> {
  table: Table<T>
  origin: Origin
  /** The prefix of rule ids: `field` gives `field-date`. */
  rule: string
  /** The names to read; by default all names of the table. */
  names?: KeyNames<keyof T & string>
  /** Other names that are valid here or in another file. Without it, unknown names are ignored. */
  vocabulary?: Vocabulary
}

/** Decodes a mapping by a table. Reports unknown keys, keys given twice, and invalid values. */
export function decodeMapping<T>(map: YAMLMap, how: DecodeOptions<T>): Decoded<T> {
  const { origin, names = namesOf(how.table) } = how
  const decoded: Decoded<T> = { value: {}, where: {}, diagnostics: [] }
  const spelt = new Map<string, string>()
  const unknown: UnknownKey[] = []
  for (const { key: node, value } of map.items.filter(isPair) as Pair[]) {
    const written = isNode(node) ? spelling(node, origin) : ''
    const at = origin.pointAt(isNode(node) && node.range ? node.range[0] : 0)
    const key = names.get(written)
    if (key === undefined) {
      unknown.push({ name: written, at })
      const likely = names.get(meantBy(written, how.vocabulary) ?? '')
      if (likely !== undefined) decoded.where[likely] ??= at
      continue
    }
    const before = spelt.get(key) ?? written
    if (before !== written) {
      decoded.diagnostics.push(bothNames(origin, at, before, written))
      continue
    }
    spelt.set(key, written)
    decoded.where[key] ??= at
    if (isNode(value) && !isEmpty(value)) readRow(key, { written, at, node: value }, how, decoded)
  }
  decoded.diagnostics.push(...unknownKeys(unknown, how))
  return decoded
}

function readRow<T, K extends keyof T & string>(
  key: K,
  { written, at, node }: { written: string; at: Point; node: Node },
  { table, origin, rule }: DecodeOptions<T>,
  decoded: Decoded<T>,
): void {
  const row = table[key]
  const given = { key: written, label: row.alias, rule: `${rule}-${kebab(key)}`, at, node, origin }
  const { value, diagnostics } = row.decode(given)
  if (value !== undefined) decoded.value[key] = value
  decoded.diagnostics.push(...diagnostics)
}

/**
 * Decodes a value that is itself a mapping, by a table of its own.
 *
 * @param sample the example shown in a message, in the language of the key.
 */
export const mapping = <T extends object>(
  table: Table<T>,
  sample: Partial<Record<keyof T & string, string | number>>,
): Decoder<T> =>
  accepting(objectSchema(table), (given) => {
    const { node, origin, rule, key, label } = given
    if (!isMap(node)) {
      const rows = Object.entries(sample).map(([name, value]) => {
        const alias = table[name as keyof T].alias
        return `${inLanguageOf(key, name, alias)}: ${String(value)}`
      })
      const hint = `写成 ${key}: { ${rows.join(', ')} }。`
      return invalid(given, `${label}应当分项写，这里是“${excerpt(sourceOf(given))}”。`, hint)
    }
    const vocabulary = { known: [...namesOf(table).keys()], within: key }
    const { value, diagnostics } = decodeMapping(node, { table, origin, rule, vocabulary })
    return { value: value as T, diagnostics }
  })

/** The schema of a mapping by a table: every key under both names, described by what to write. */
export function objectSchema<T extends object>(table: Table<T>): JsonSchema {
  const keys = Object.keys(table) as (keyof T & string)[]
  const properties = keys.flatMap((key) => {
    const { alias, about, otherwise, decode } = table[key]
    const unless = otherwise === undefined ? '' : `（不写：${otherwise}）`
    const description = `${alias}：${about}${unless}`.replaceAll('`', '')
    const described = { ...decode.accepts, description }
    return [[key, described] as const, [alias, described] as const]
  })
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false }
}

/** A key as written; for a key that is not a text, its source. */
const spelling = (node: Node, { text }: Origin) =>
  asWritten(node) ?? (node.range ? text.slice(node.range[0], node.range[1]) : '')

/** `tocTitle` → `toc-title`, for rule ids. */
const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Whether a value counts as not given. An alias does, because `stray-marks.ts` reports it. */
const isEmpty = (node: Node) =>
  isAlias(node) ||
  (isScalar(node) &&
    (node.value === null || (typeof node.value === 'string' && node.value.trim() === '')))

const bothNames = (origin: Origin, at: Point, before: string, now: string) =>
  errorIn(origin, at, {
    rule: 'key-twice',
    message: `“${now}”和“${before}”是同一项，写了两遍。`,
    hint: `只留一个：删掉“${now}”或“${before}”。`,
  })
