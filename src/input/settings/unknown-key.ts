import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { hasHan } from '../../text/language.js'
import { nearest } from '../../text/nearest.js'
import type { Origin } from './value.js'
import { errorIn } from './value.js'

/** The names that may stand at a place, and those that belong to another. */
export interface Vocabulary {
  known: readonly string[]
  /** The key whose mapping this is, when it is not the whole file. */
  within?: string
  /** Names that another table reads from the same mapping. */
  passed?: { has(name: string): boolean } | undefined
  /** Names that other programs read here and that are not printed. */
  isForeign?: (name: string) => boolean
  /** Names of the other kind of file, and how to call that place. */
  elsewhere?: { names: ReadonlySet<string>; place: string }
}

/** A key that no table reads, and where it stands. */
export interface UnknownKey {
  name: string
  at: Point
}

/** The known key that an unknown one is most likely meant for. */
export function meantBy(name: string, vocabulary: Vocabulary | undefined): string | undefined {
  return vocabulary === undefined || isPassed(name, vocabulary)
    ? undefined
    : explain(name, vocabulary)?.meant
}

/**
 * Says of the unknown keys of one mapping: what each is most likely meant for or where it belongs; then
 * in one error all that resemble nothing, and in one warning all that are another program's. A file from
 * a blog has a dozen of those, and one message each would bury the rest.
 */
export function unknownKeys(
  keys: readonly UnknownKey[],
  { vocabulary, origin }: { vocabulary?: Vocabulary | undefined; origin: Origin },
): Diagnostic[] {
  if (vocabulary === undefined) return []
  const said: Diagnostic[] = []
  const [foreign, nameless]: [UnknownKey[], UnknownKey[]] = [[], []]
  for (const key of keys) {
    if (vocabulary.passed?.has(key.name)) continue
    if (vocabulary.isForeign?.(key.name)) {
      foreign.push(key)
      continue
    }
    const { meant: _, ...explained } = explain(key.name, vocabulary) ?? {}
    if (isSaid(explained)) said.push(errorIn(origin, key.at, { rule: 'unknown-key', ...explained }))
    else nameless.push(key)
  }
  return [...said, ...ofNameless(nameless, vocabulary, origin), ...ofForeign(foreign, origin)]
}

const isPassed = (name: string, { passed, isForeign }: Vocabulary) =>
  passed?.has(name) === true || isForeign?.(name) === true

interface Explained {
  message: string
  hint: string
  meant?: string
}

const isSaid = (explained: Partial<Explained>): explained is Explained =>
  explained.message !== undefined

/** What one key is meant for; undefined when it resembles nothing known. */
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
  const near = nearest(name, known)
  if (near === undefined) return undefined
  return { message: missing([name], vocabulary), hint: `改成“${near}”。`, meant: near }
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
