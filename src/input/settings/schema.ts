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

/** One key that may be written: its Chinese name, what to write, and how its value is read. */
export interface Key<T> {
  alias: string
  /** What to write, for the documentation; Markdown, one line. */
  about: string
  /** What holds when the key is left out, where that is worth a word. */
  otherwise?: string
  decode: Decoder<T>
}

/** Every key of `T`; the compiler asks for a row when `T` gets a new one. */
export type Table<T> = { readonly [K in keyof T]-?: Key<Exclude<T[K], undefined>> }

/** What may be written → the key it means. */
export type KeyNames<K extends string = string> = ReadonlyMap<string, K>

/** Both names of every key of a table. */
export function namesOf<T>(table: Table<T>): KeyNames<keyof T & string> {
  const keys = Object.keys(table) as (keyof T & string)[]
  return new Map(keys.flatMap((key) => [[key, key] as const, [table[key].alias, key] as const]))
}

/** What a mapping says, by key. */
export interface Decoded<T> {
  value: Partial<T>
  /** Where each key stands, also one with nothing after it, or most likely meant by another name. */
  where: Partial<Record<keyof T, Point>>
  diagnostics: Diagnostic[]
}

export interface DecodeOptions<T> {
  table: Table<T>
  origin: Origin
  /** Rule ids begin with this: `field` makes `field-date`. */
  rule: string
  /** The names that are read; all of the table's when left out. */
  names?: KeyNames<keyof T & string>
  /** What else may stand here or elsewhere; without it, names not read are passed over. */
  vocabulary?: Vocabulary
}

/** Reads a mapping against a table: every key known, none twice, each value as its row says. */
export function decodeMapping<T>(map: YAMLMap, how: DecodeOptions<T>): Decoded<T> {
  const { origin, names = namesOf(how.table) } = how
  const said: Decoded<T> = { value: {}, where: {}, diagnostics: [] }
  const spelt = new Map<string, string>()
  const unknown: UnknownKey[] = []
  for (const { key: node, value } of map.items.filter(isPair) as Pair[]) {
    const written = isNode(node) ? spelling(node, origin) : ''
    const at = origin.pointAt(isNode(node) && node.range ? node.range[0] : 0)
    const key = names.get(written)
    if (key === undefined) {
      unknown.push({ name: written, at })
      const likely = names.get(meantBy(written, how.vocabulary) ?? '')
      if (likely !== undefined) said.where[likely] ??= at
      continue
    }
    const before = spelt.get(key) ?? written
    if (before !== written) {
      said.diagnostics.push(bothNames(origin, at, before, written))
      continue
    }
    spelt.set(key, written)
    said.where[key] ??= at
    if (isNode(value) && !isEmpty(value)) readRow(key, { written, at, node: value }, how, said)
  }
  said.diagnostics.push(...unknownKeys(unknown, how))
  return said
}

function readRow<T, K extends keyof T & string>(
  key: K,
  { written, at, node }: { written: string; at: Point; node: Node },
  { table, origin, rule }: DecodeOptions<T>,
  said: Decoded<T>,
): void {
  const row = table[key]
  const given = { key: written, label: row.alias, rule: `${rule}-${kebab(key)}`, at, node, origin }
  const { value, diagnostics } = row.decode(given)
  if (value !== undefined) said.value[key] = value
  said.diagnostics.push(...diagnostics)
}

/**
 * Reads a value that is itself a mapping with a table of its own.
 *
 * @param sample what a message shows, in the language of the key.
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

/** The schema of a mapping with the keys of a table, each under both its names and with what to write. */
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

/** A key as written; one that is not even a text, as it stands in the source. */
const spelling = (node: Node, { text }: Origin) =>
  asWritten(node) ?? (node.range ? text.slice(node.range[0], node.range[1]) : '')

/** `tocTitle` → `toc-title`, for rule ids. */
const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** An alias is spoken of as a stray mark; see `stray-marks.ts`. */
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
