import type { Code, Construct, Extension } from 'micromark-util-types'
import type { Data, Processor } from 'unified'

/** What a plugin may add to the making of the tree from tokens. */
export type TreeExtension = Exclude<
  NonNullable<Data['fromMarkdownExtensions']>[number],
  readonly unknown[]
>

/** Whether a code is the end of a line or of the text; -1 and -2 are what the tokenizer makes of tabs. */
export const endsLine = (code: Code): boolean => code === null || code < -2

/** The character of a code within a line. A tab is -2, then -1 for each further column that it fills. */
export const characterOf = (code: Code): string =>
  code === null ? '' : code === -2 ? '\t' : code < 0 ? ' ' : String.fromCharCode(code)

/** Adds to what a processor reads, and to how it makes a tree of it. */
export function addSyntax(processor: Processor, syntax: Extension, tree?: TreeExtension): void {
  const data = processor.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  if (tree) data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree]
}

/** An extension with every construct of a name in a text, or in a span of it, made into another. */
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
