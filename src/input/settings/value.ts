import type { Node } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt, errorAt, warningAt } from '../../model/diagnostic.js'
import type { Place, Point } from '../../model/place.js'
import type { Staged } from '../../model/staged.js'

/** The YAML that a value was read from: a `bulletin.yaml`, or the front-matter of an article. */
export interface Origin {
  /** As messages spell it. */
  file: string
  /** Absolute; relative paths in a value start at its folder. */
  absolute: string
  /** What was parsed, for quoting. */
  text: string
  /** Trouble here is trouble with the set-up (exit code 2). */
  configuration: boolean
  /** The place of an offset into `text`. */
  pointAt(offset: number): Point
}

/** A value as a reader of the tables sees it. */
export interface ValueNode {
  /** The key as the editor spelt it, for `改法`. */
  key: string
  /** Its Chinese name, for the message. */
  label: string
  /** Rule id of whatever is wrong with it. */
  rule: string
  /** Where messages point: the key, or the item of a list. */
  at: Point
  /** Never null: an empty value counts as not given. */
  node: Node
  origin: Origin
}

/** A JSON Schema (draft 7), or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Turns a YAML value into a setting, or reports what to type instead. */
export interface Decoder<T> {
  (given: ValueNode): Staged<T>
  /** The values that it takes, for programs that complete and check while somebody types. */
  readonly accepts?: JsonSchema
}

/** Any text; YAML takes a bare number or `true` for something else, and it is read as typed. */
export const plainText: JsonSchema = { type: ['string', 'number', 'boolean'] }

/** A decoder with the schema of the values that it takes. */
export const accepting = <T>(
  accepts: JsonSchema,
  decode: (given: ValueNode) => Staged<T>,
): Decoder<T> => Object.assign(decode, { accepts })

/** A value that could be read. */
export const ok = <T>(value: T): Staged<T> => ({ value, diagnostics: [] })

/** A value that could not: what is wrong, and what to type instead. */
export const invalid = (given: ValueNode, message: string, hint: string): Staged<never> => ({
  diagnostics: [errorIn(given.origin, given.at, { rule: given.rule, message, hint })],
})

/** A warning about a value that could be read. */
export const warningOn = (given: ValueNode, message: string, hint: string): Diagnostic =>
  warningAt(placeOf(given), { rule: given.rule, message, hint })

/** An error at a place of a YAML source, a configuration error if that is what the source is. */
export function errorIn(
  { file, configuration }: Pick<Origin, 'file' | 'configuration'>,
  at: Point,
  said: Pick<Diagnostic, 'rule' | 'message' | 'hint'>,
): Diagnostic {
  return (configuration ? configurationErrorAt : errorAt)({ file, at }, said)
}

/** Where a value stands. */
export const placeOf = ({ origin, at }: ValueNode): Place => ({ file: origin.file, at })

/** Where a node inside a value begins; the value itself when the parser made the node up. */
export const pointOf = (node: Node, { origin, at }: ValueNode): Point =>
  node.range ? origin.pointAt(node.range[0]) : at
