import { settingNames } from '../input/settings/settings.js'
import type { Settings } from '../model/settings.js'
import { dayFrom } from '../text/day.js'

/** The settings of an issue that give its position in the series. */
export type IssueNumbers = Pick<Settings, 'number' | 'total' | 'date'>

type Key = keyof IssueNumbers

/** Parses each setting from a plain scalar; undefined if the value is not plain. */
const parsers: Record<Key, (value: string) => IssueNumbers | undefined> = {
  number: (value) => (isNumber(value) ? { number: Number(value) } : undefined),
  total: (value) =>
    value === 'none' ? { total: value } : isNumber(value) ? { total: Number(value) } : undefined,
  date: (value) => {
    const date = dayFrom(value)
    return date && { date }
  },
}

const isKey = (key: string): key is Key => key in parsers
/** Maps the English and the Chinese name of each setting to its key. */
const names = new Map(
  [...settingNames].flatMap(([name, key]) => (isKey(key) ? [[name, key] as const] : [])),
)
const anyName = [...names.keys()].join('|')
/**
 * An empty line, a comment, an indented line, or a simple key. Anchors, aliases and tags do not
 * match: they could produce any key.
 */
const simpleLine = /^(?:#.*|[ \t].*|[\p{L}][^:&*!]*:(?: [^&*!]*)?|)$/u
/** A line that may give one of the settings, in any notation. */
const candidateLine = new RegExp(`^[^\\S\\n]*["']?(?:${anyName})(?!\\w)`, 'gm')
/** A line that gives one in the simplest notation: key, colon, space, value, optional comment. */
const plainLine = new RegExp(
  `^(${anyName}): +(\\d[^\\s#"']*|none)[^\\S\\n]*(?:#[^\\n]*)?(?=\\r?$)`,
  'gm',
)

/**
 * Reads the numbers from the text of a `bulletin.yaml` without a YAML parser. Returns undefined if
 * the notation is not simple enough; then a parser is needed. Nearly all files are simple, and
 * parsing a hundred back issues would cost a third of a second.
 */
export function plainNumbers(text: string): IssueNumbers | undefined {
  if (!text.split(/\r?\n/).every((line) => simpleLine.test(line))) return undefined
  const lines = [...text.matchAll(plainLine)]
  if (lines.length !== (text.match(candidateLine) ?? []).length) return undefined
  const given = new Map(
    lines.flatMap(([, name = '', value = '']) => {
      const key = names.get(name)
      return key ? [[key, value] as const] : []
    }),
  )
  if (given.size !== lines.length) return undefined
  const numbers = [...given].map(([key, value]) => parsers[key](value))
  return numbers.some((one) => one === undefined) ? undefined : Object.assign({}, ...numbers)
}

const isNumber = (value: string) => /^[1-9]\d{0,3}$/.test(value)
