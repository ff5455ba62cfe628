import { settingNames } from '../input/settings/settings.js'
import type { Settings } from '../model/settings.js'
import { dayFrom } from '../text/day.js'

/** What a `bulletin.yaml` says of its issue's place in the row. */
export type IssueNumbers = Pick<Settings, 'number' | 'total' | 'date'>

type Key = keyof IssueNumbers

/** What each says by a value; undefined when that is not plain. */
const read: Record<Key, (value: string) => IssueNumbers | undefined> = {
  number: (value) => (isNumber(value) ? { number: Number(value) } : undefined),
  total: (value) =>
    value === 'none' ? { total: value } : isNumber(value) ? { total: Number(value) } : undefined,
  date: (value) => {
    const date = dayFrom(value)
    return date && { date }
  },
}

const isKey = (key: string): key is Key => key in read
/** Both names of each → the key it means. */
const names = new Map(
  [...settingNames].flatMap(([name, key]) => (isKey(key) ? [[name, key] as const] : [])),
)
const anyName = [...names.keys()].join('|')
/** Blank, a comment, indented, or a key; without anchors and tags, which may stand for anything. */
const ordinary = /^(?:#.*|[ \t].*|[\p{L}][^:&*!]*:(?: [^&*!]*)?|)$/u
/** A line that may give one of them, however it is written. */
const hint = new RegExp(`^[^\\S\\n]*["']?(?:${anyName})(?!\\w)`, 'gm')
/** A line that gives one in the plainest way: key, colon, blank, value, perhaps a comment. */
const plain = new RegExp(
  `^(${anyName}): +(\\d[^\\s#"']*|none)[^\\S\\n]*(?:#[^\\n]*)?(?=\\r?$)`,
  'gm',
)

/**
 * The numbers of a `bulletin.yaml` whose lines give them plainly, as nearly all do; undefined when it
 * takes a reader of YAML to tell. Reading a hundred back issues whole would cost a third of a second.
 */
export function plainNumbers(text: string): IssueNumbers | undefined {
  if (!text.split(/\r?\n/).every((line) => ordinary.test(line))) return undefined
  const lines = [...text.matchAll(plain)]
  if (lines.length !== (text.match(hint) ?? []).length) return undefined
  const given = new Map(
    lines.flatMap(([, name = '', value = '']) => {
      const key = names.get(name)
      return key ? [[key, value] as const] : []
    }),
  )
  if (given.size !== lines.length) return undefined
  const numbers = [...given].map(([key, value]) => read[key](value))
  return numbers.some((one) => one === undefined) ? undefined : Object.assign({}, ...numbers)
}

const isNumber = (value: string) => /^[1-9]\d{0,3}$/.test(value)
