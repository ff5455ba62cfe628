import { isAlias, isNode, isScalar, isSeq } from 'yaml'
import type { Staged } from '../../../model/staged.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid, ok, plainText, pointOf, warningOn } from '../value.js'
import { asWritten, sourceOf, text } from './text.js'

/** A list of texts; a single text is a list of one. */
export const texts = (sample: string): Decoder<string[]> =>
  accepting(
    { anyOf: [plainText, { type: 'array', items: plainText }], examples: [sample] },
    (given) => {
      const one = asWritten(given.node)
      if (one !== undefined) return map(text(sample)(given), (value) => [value])
      const { value, diagnostics } = list(text(sample), sample)(given)
      if (value === undefined) return { diagnostics }
      return { value, diagnostics: [...diagnostics, ...unsplit(given, value)] }
    },
  )

/** A list whose items are decoded by another decoder; empty items are skipped. */
export const list = <T>(read: Decoder<T>, sample: string): Decoder<T[]> =>
  accepting({ type: 'array', items: read.accepts ?? {} }, (given) => {
    if (!isSeq(given.node)) {
      const { key, label } = given
      const found = excerpt(sourceOf(given))
      return invalid(
        given,
        `${label}应当是一个列表，这里是“${found}”。`,
        `写成 ${key}: [${sample}]。`,
      )
    }
    const items = given.node.items
      .filter(isNode)
      .filter((node) => !isAlias(node) && !(isScalar(node) && node.value === null))
      .map((node) => read({ ...given, node, at: pointOf(node, given) }))
    return {
      value: items.flatMap(({ value }) => (value === undefined ? [] : [value])),
      diagnostics: items.flatMap(({ diagnostics }) => diagnostics),
    }
  })

/** Warns about `[陈 思，李 四]`: to YAML it is one name, because the comma is full-width. */
function unsplit(given: ValueNode, items: string[]) {
  const flow = isSeq(given.node) && given.node.flow === true
  const [only] = items
  if (!flow || items.length !== 1 || only === undefined || !/[，、]/.test(only)) return []
  const split = only.split(/[，、]/).map((item) => item.trim())
  return [
    warningOn(
      given,
      `${given.label}“${excerpt(only)}”会当作一项，因为里面是中文的标点。`,
      `用英文逗号分开：${given.key}: [${split.join(', ')}]。`,
    ),
  ]
}

const map = <A, B>({ value, diagnostics }: Staged<A>, change: (value: A) => B): Staged<B> =>
  value === undefined ? { diagnostics } : { ...ok(change(value)), diagnostics }
