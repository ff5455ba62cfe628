import type { Node } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt, errorAt, warningAt } from '../../model/diagnostic.js'
import type { Place, Point } from '../../model/place.js'
import type { Staged } from '../../model/staged.js'

/** The YAML source of a value: a `bulletin.yaml`, or the front-matter of an article. */
export interface Origin {
  /** The path as shown in messages. */
  file: string
  /** Absolute path; relative paths in values are resolved against its folder. */
  absolute: string
  /** The parsed text, for quoting in messages. */
  text: string
  /** Whether errors here are configuration errors (exit code 2). */
  configuration: boolean
  /** Converts an offset in `text` to line and column. */
  pointAt(offset: number): Point
}

/** A value as passed to a decoder. */
export interface ValueNode {
  /** The key as the editor wrote it, for the hint. */
  key: string
  /** The Chinese name of the key, for the message. */
  label: string
  /** The rule id of every diagnostic of this value. */
  rule: string
  /** The position to report: that of the key, or of the list item. */
  at: Point
  /** Never null: an empty value counts as not given. */
  node: Node
  origin: Origin
}

/** A JSON Schema (draft 7), or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Converts a YAML value to a setting, or reports what to write instead. */
export interface Decoder<T> {
  (given: ValueNode): Staged<T>
  /** The schema of the accepted values, for completion and validation in text editors. */
  readonly accepts?: JsonSchema
}

/** Any text. YAML parses a bare number or `true` as another type; decoders read it as typed. */
export const plainText: JsonSchema = { type: ['string', 'number', 'boolean'] }

/** Adds the schema of the accepted values to a decoder. */
export const accepting = <T>(
  accepts: JsonSchema,
  decode: (given: ValueNode) => Staged<T>,
): Decoder<T> => Object.assign(decode, { accepts })

/** The result of a decoder that succeeded. */
export const ok = <T>(value: T): Staged<T> => ({ value, diagnostics: [] })

/** The result of a decoder that failed: an error, and the text to write instead. */
export const invalid = (given: ValueNode, message: string, hint: string): Staged<never> => ({
  diagnostics: [errorIn(given.origin, given.at, { rule: given.rule, message, hint })],
})

/** A warning about a value that was decoded. */
export const warningOn = (given: ValueNode, message: string, hint: string): Diagnostic =>
  warningAt(placeOf(given), { rule: given.rule, message, hint })

/**
 * An error at a position in a YAML source; a configuration error if the source is configuration.
 */
export function errorIn(
  { file, configuration }: Pick<Origin, 'file' | 'configuration'>,
  at: Point,
  problem: Pick<Diagnostic, 'rule' | 'message' | 'hint'>,
): Diagnostic {
  return (configuration ? configurationErrorAt : errorAt)({ file, at }, problem)
}

/** The place of a value. */
export const placeOf = ({ origin, at }: ValueNode): Place => ({ file: origin.file, at })

/**
 * The position of a node inside a value; that of the value itself for a node that the parser
 * generated.
 */
export const pointOf = (node: Node, { origin, at }: ValueNode): Point =>
  node.range ? origin.pointAt(node.range[0]) : at
