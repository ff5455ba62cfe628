import type { Node } from 'yaml'
import { isCollection, isScalar } from 'yaml'
import { lineSeparator } from '../../../text/characters.js'
import { excerpt, quoted } from '../../../text/excerpt.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid, ok, plainText } from '../value.js'
import { withoutFolds } from './folded.js'

/** A text. Lines that YAML folded are joined without a space between Chinese characters. */
export const text = (sample: string): Decoder<string> =>
  accepting({ ...plainText, examples: [sample] }, (given) => {
    const { value, diagnostics } = asIs(sample)(given)
    return value === undefined
      ? { diagnostics }
      : { value: withoutFolds(value, sourceOf(given)), diagnostics }
  })

/** A text without removal of folds. A bare number or `true` counts as the characters typed. */
export const asIs = (sample: string): Decoder<string> =>
  accepting({ ...plainText, examples: [sample] }, (given) => {
    const written = asWritten(given.node)
    return written === undefined ? notText(given, sample) : clean(given, written.trim())
  })

/** A text in which `<br>` is a line break, such as a title. */
export const lines = (sample: string): Decoder<string> =>
  accepting({ ...plainText, examples: [sample] }, (given) => {
    const { value, diagnostics } = text(sample)(given)
    const broken = value?.replace(/[ \t\u3000]*(?:<br\s*\/?>|\r?\n)[ \t\u3000]*/gi, '\n')
    return broken === undefined ? { diagnostics } : { value: broken, diagnostics }
  })

/** `false`, or the result of another decoder. */
export const orFalse = <T>(read: Decoder<T>): Decoder<T | false> =>
  accepting<T | false>({ anyOf: [{ const: false }, read.accepts ?? {}] }, (given) =>
    isScalar(given.node) && given.node.value === false ? ok(false) : read(given),
  )

/** The characters of a scalar as typed: `012` and `2021` are not normalised. */
export function asWritten(node: Node): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

/** The source of a value, for messages. */
export const sourceOf = ({ node, origin }: ValueNode): string =>
  node.range ? origin.text.slice(node.range[0], node.range[1]) : ''

/** The kind of a value, in words for editors. */
export const kindOf = (node: Node): string =>
  isScalar(node)
    ? '文字'
    : isCollection(node) && 'items' in node && node.flow
      ? '括号里的内容'
      : '几行内容'

function notText(given: ValueNode, sample: string) {
  const { key, label, node } = given
  const source = sourceOf(given)
  // YAML reads `title: [通知]` as a list; the hint adds quotes, which make it a text.
  const hint = isCollection(node) && node.flow ? quoted(source) : sample
  return invalid(
    given,
    `${label}应当是一段文字，这里是“${excerpt(source)}”。`,
    `写成 ${key}: ${hint}。`,
  )
}

/** The maximum length of a value, in UTF-16 units; the longest editor's notes have a tenth of it. */
const maxLength = 20_000

const separators = new RegExp(`[ \\t\\u3000]*${lineSeparator.source}[ \\t\\u3000]*`, 'g')

/**
 * Rejects control characters, and converts line separators (Word's line break and others) to `\n`.
 */
function clean(given: ValueNode, written: string) {
  const value = written.replace(separators, '\n').trim()
  if (value.length > maxLength) {
    return invalid(
      given,
      `${given.label}有 ${value.length} 个字符，太长，排不出来。`,
      '多半混进了别的内容：只留这一项要写的字，正文写在稿件里。',
    )
  }
  const control = /[\u0000-\u0008\u000c\u000e-\u001f\u007f]/.exec(value)
  if (control === null) return ok(value)
  const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()
  return invalid(
    given,
    `${given.label}“${excerpt(value.replaceAll(control[0], ''))}”里有看不见的控制字符（U+${code}）。`,
    '把这一项删掉，重新用键盘打一遍。',
  )
}
