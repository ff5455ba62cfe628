import type { Code, Construct, Extension } from 'micromark-util-types'
import type { Data, Processor } from 'unified'

/** An extension that converts tokens to tree nodes. */
export type TreeExtension = Exclude<
  NonNullable<Data['fromMarkdownExtensions']>[number],
  readonly unknown[]
>

/** Whether a code is a line end or the end of the text. The tokenizer uses -1 and -2 for tabs. */
export const endsLine = (code: Code): boolean => code === null || code < -2

/**
 * The character of a code within a line. A tab is -2, followed by -1 for each further column that
 * it fills.
 */
export const characterOf = (code: Code): string =>
  code === null ? '' : code === -2 ? '\t' : code < 0 ? ' ' : String.fromCharCode(code)

/** Adds a syntax extension, and optionally a tree extension, to a processor. */
export function addSyntax(processor: Processor, syntax: Extension, tree?: TreeExtension): void {
  const data = processor.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  if (tree) data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree]
}

/**
 * Returns an extension in which every text construct of the given name, including those inside
 * spans, is replaced.
 */
export function changed(
  extension: Extension,
  name: string,
  change: (construct: Construct) => Construct,
): Extension {
  const { text, insideSpan } = extension
  const other = (one: Construct): Construct => (one.name === name ? change(one) : one)
  return {
    ...extension,
    ...(text && {
      text: Object.fromEntries(
        Object.entries(text).map(([code, constructs = []]) => [
          code,
          [constructs].flat().map(other),
        ]),
      ),
    }),
    ...(insideSpan?.null && {
      insideSpan: {
        null: insideSpan.null.map((one) =>
          'name' in one && one.name === name ? change(one as Construct) : one,
        ),
      },
    }),
  }
}
