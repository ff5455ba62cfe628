import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { hasHan } from '../../text/language.js'
import { nearest } from '../../text/nearest.js'
import type { Origin } from './value.js'
import { errorIn } from './value.js'

/** The names that are valid in a mapping, and those that belong elsewhere. */
export interface Vocabulary {
  known: readonly string[]
  /** The key of the mapping; undefined for the top level of a file. */
  within?: string
  /** Names that another table reads from the same mapping; not reported. */
  passed?: { has(name: string): boolean } | undefined
  /** Whether a name belongs to another program and has no meaning in print. */
  isForeign?: (name: string) => boolean
  /** Names that belong to the other kind of file, and the description of that place. */
  elsewhere?: { names: ReadonlySet<string>; place: string }
}

/** A key that is not in the table, and its position. */
export interface UnknownKey {
  name: string
  at: Point
}

/** The known key that an unknown one most likely stands for. */
export function meantBy(name: string, vocabulary: Vocabulary | undefined): string | undefined {
  return vocabulary === undefined || isPassed(name, vocabulary)
    ? undefined
    : explain(name, vocabulary)?.meant
}

/**
 * Reports the unknown keys of one mapping: individually those that resemble a known key or belong
 * elsewhere; all others in one error; all those of other programs in one warning. A file from a
 * blog has a dozen of the latter, and one message each would hide the other diagnostics.
 */
export function unknownKeys(
  keys: readonly UnknownKey[],
  { vocabulary, origin }: { vocabulary?: Vocabulary | undefined; origin: Origin },
): Diagnostic[] {
  if (vocabulary === undefined) return []
  const diagnostics: Diagnostic[] = []
  const [foreign, unrecognised]: [UnknownKey[], UnknownKey[]] = [[], []]
  for (const key of keys) {
    if (vocabulary.passed?.has(key.name)) continue
    if (vocabulary.isForeign?.(key.name)) {
      foreign.push(key)
      continue
    }
    const { meant: _, ...explained } = explain(key.name, vocabulary) ?? {}
    if (isExplained(explained))
      diagnostics.push(errorIn(origin, key.at, { rule: 'unknown-key', ...explained }))
    else unrecognised.push(key)
  }
  return [
    ...diagnostics,
    ...ofNameless(unrecognised, vocabulary, origin),
    ...ofForeign(foreign, origin),
  ]
}

const isPassed = (name: string, { passed, isForeign }: Vocabulary) =>
  passed?.has(name) === true || isForeign?.(name) === true

interface Explained {
  message: string
  hint: string
  meant?: string
}

const isExplained = (explained: Partial<Explained>): explained is Explained =>
  explained.message !== undefined

/** The correction for one key; undefined when it resembles no known key. */
function explain(name: string, vocabulary: Vocabulary): Explained | undefined {
  const { known, elsewhere } = vocabulary
  const shown = excerpt(name)
  const unspaced = name.replace(/[\s\u200b\ufeff]/g, '')
  if (unspaced !== name && known.includes(unspaced)) {
    const hint = `删掉“${unspaced}”前后的空格（全角空格也算）。`
    return { message: `“${unspaced}”的前后多了空格。`, hint, meant: unspaced }
  }
  const beforeColon = name.split(/[：:]/, 1)[0]?.trim() ?? ''
  if (beforeColon !== name && known.includes(beforeColon)) {
    const hint = `改成英文冒号，后面空一格：${beforeColon}: ……。`
    return { message: `“${shown}”里的冒号不对。`, hint, meant: beforeColon }
  }
  if (elsewhere?.names.has(name)) {
    return { message: `“${shown}”不写在这里。`, hint: `把这一项移到${elsewhere.place}。` }
  }
  const suggestion = nearest(name, known)
  if (suggestion === undefined) return undefined
  return { message: missing([name], vocabulary), hint: `改成“${suggestion}”。`, meant: suggestion }
}

function ofNameless(
  keys: readonly UnknownKey[],
  vocabulary: Vocabulary,
  origin: Origin,
): Diagnostic[] {
  const [first] = keys
  if (first === undefined) return []
  const isHan = keys.some(({ name }) => hasHan(name))
  const names = vocabulary.known.filter((word) => hasHan(word) === isHan)
  const these = keys.length === 1 ? '这一项' : '这几项'
  return [
    errorIn(origin, first.at, {
      rule: 'unknown-key',
      message: missing(
        keys.map(({ name }) => name),
        vocabulary,
      ),
      hint: `删掉${these}；这里可以写：${names.join('、')}。`,
    }),
  ]
}

function missing(names: readonly string[], { within }: Vocabulary): string {
  const what = `没有${quotedAll(names)}这${names.length === 1 ? '一' : '几'}项。`
  return within ? `“${within}”里${what}` : what
}

function ofForeign(keys: readonly UnknownKey[], { file }: Origin): Diagnostic[] {
  const [first] = keys
  if (first === undefined) return []
  return [
    warningAt(
      { file, at: first.at },
      {
        rule: 'foreign-key',
        message: `${quotedAll(keys.map(({ name }) => name))}是博客、笔记软件用的，这里不起作用，也不印。`,
        hint: '可以不管，也可以删掉；要印的，写进正文。',
      },
    ),
  ]
}

const quotedAll = (names: readonly string[]) => names.map((name) => `“${excerpt(name)}”`).join('')
