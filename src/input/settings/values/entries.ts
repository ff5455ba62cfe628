import type { Node, Pair } from 'yaml'
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml'
import type { Entry } from '../../../model/settings.js'
import type { Staged } from '../../../model/staged.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid, placeOf, plainText, pointOf } from '../value.js'
import { texts } from './list.js'
import { asWritten, sourceOf } from './text.js'

const rowText = { anyOf: [plainText, { type: 'array', items: plainText }] }
const rows = {
  anyOf: [
    { type: 'object', additionalProperties: rowText },
    { type: 'array', items: { type: 'object', additionalProperties: rowText } },
  ],
}

/**
 * An ordered mapping of labels to texts. Also accepts a list of mappings with one row each (`-
 * 总编辑: 尹 红`). A text may be a list; its items are joined with a space. Rows without text are
 * skipped.
 */
export const entries = (sample: string): Decoder<Entry[]> =>
  accepting(rows, (given) => {
    const rows = rowsOf(given.node)
    if (rows === undefined) return notEntries(given, sample)
    const read = rows.map((row) => entryFrom(row, given, sample))
    return {
      value: read.flatMap(({ value }) => (value === undefined ? [] : [value])),
      diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
    }
  })

function rowsOf(node: Node): Pair[] | undefined {
  if (isMap(node)) return node.items.filter(isPair)
  if (!isSeq(node) || !node.items.every(isMap)) return undefined
  return node.items.flatMap((item) => (isMap(item) ? item.items.filter(isPair) : []))
}

function entryFrom({ key, value }: Pair, given: ValueNode, sample: string): Staged<Entry> {
  const label = isNode(key) ? asWritten(key)?.trim() : undefined
  if (!isNode(key) || label === undefined || label === '') return notEntries(given, sample)
  const row: ValueNode = { ...given, key: label, label, at: pointOf(key, given) }
  if (!isNode(value) || isAlias(value) || (isScalar(value) && value.value === null)) {
    return label.includes('：') ? notEntries(row, sample) : { diagnostics: [] }
  }
  const { value: read, diagnostics } = texts('某某')({ ...row, node: value })
  if (read === undefined) return { diagnostics }
  return { value: { label, text: read.join(' '), place: placeOf(row) }, diagnostics }
}

function notEntries(given: ValueNode, sample: string): Staged<never> {
  const source = sourceOf(given) || given.key
  // With a full-width colon YAML reads the rows as one long text.
  const [first = ''] = source.split('\n')
  const row = /^\s*([^：]{1,20})：\s*(.*)$/.exec(first)
  if (row !== null) {
    return invalid(
      given,
      `${given.label}里的“${excerpt(first)}”用了中文冒号。`,
      `改成英文冒号，后面空一格：${row[1]}: ${excerpt(row[2] ?? '')}。`,
    )
  }
  return invalid(
    given,
    `${given.label}应当一行一项，这里是“${excerpt(source)}”。`,
    `在下一行空两格，写成 ${sample}。`,
  )
}
