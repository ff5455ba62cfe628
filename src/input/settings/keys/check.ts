import type { CheckSettings, Entry } from '../../../model/settings.js'
import type { Staged } from '../../../model/staged.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Table } from '../schema.js'
import { mapping } from '../schema.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid, plainText } from '../value.js'
import { chosen, likely, offered } from '../values/choice.js'
import { entries } from '../values/entries.js'

type Severity = 'off' | 'warning' | 'error'

const SEVERITIES = { off: ['关', '关闭', 'false'], warning: ['警告'], error: ['错误'] } as const

/**
 * Severities by rule id. Only the severities are validated here; the rule ids are validated by the
 * linter, which knows them.
 */
const rules: Decoder<Record<string, Severity>> = accepting(
  {
    type: 'object',
    additionalProperties: {
      enum: [false, ...Object.entries(SEVERITIES).flatMap(([name, words]) => [name, ...words])],
    },
  },
  (given) => {
    const { value: rows = [], diagnostics } = entries('heading-jump: off')(given)
    const read = rows.map((row) => severity(row, given))
    return {
      value: Object.fromEntries(read.flatMap(({ value }) => (value === undefined ? [] : [value]))),
      diagnostics: [...diagnostics, ...read.flatMap((one) => one.diagnostics)],
    }
  },
)

function severity({ label, text, place }: Entry, given: ValueNode): Staged<[string, Severity]> {
  const found = chosen(SEVERITIES, text)
  if (found !== undefined) return { value: [label, found], diagnostics: [] }
  const suggestion = likely(text, SEVERITIES)
  return invalid(
    { ...given, at: place.at },
    `“${label}”的轻重“${excerpt(text)}”不是可以选的一种。`,
    `写成 ${label}: ${suggestion ?? offered(SEVERITIES)}。`,
  )
}

/** Maps a wrong word to its correction. */
const words: Decoder<Record<string, string>> = accepting(
  { type: 'object', additionalProperties: plainText },
  (given) => {
    const { value: rows = [], diagnostics } = entries('尹虹: 尹红')(given)
    return { value: Object.fromEntries(rows.map(({ label, text }) => [label, text])), diagnostics }
  },
)

const checkKeys: Table<CheckSettings> = {
  rules: {
    alias: '规则',
    about: '规则名 → `off`（关）、`warning`（警告）、`error`（错误）',
    otherwise: '各规则自己的',
    decode: rules,
  },
  words: { alias: '词语', about: '错的 → 对的', decode: words },
}

/** `check`: the editor's own word list, and the severity of each rule. */
export const check: Decoder<CheckSettings> = mapping(checkKeys, { words: '{ 尹虹: 尹红 }' })
