import type { Code } from 'micromark-util-types'
import type { Data } from 'unified'

/** What a plugin may add to the making of the tree from tokens. */
export type TreeExtension = Exclude<
  NonNullable<Data['fromMarkdownExtensions']>[number],
  readonly unknown[]
>

/** Whether a code is the end of a line or of the text; -1 and -2 are what the tokenizer makes of tabs. */
export const endsLine = (code: Code): boolean => code === null || code < -2

/** The character of a code within a line. */
export const characterOf = (code: Code): string =>
  code === null ? '' : code < 0 ? ' ' : String.fromCharCode(code)
