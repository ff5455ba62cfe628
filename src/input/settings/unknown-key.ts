import type { Diagnostic } from '../../model/diagnostic.js'
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
  /** Names of the other kind of file, and how to call that place. */
  elsewhere?: { names: ReadonlySet<string>; place: string }
}

/** What to say about a key that is not in the table: the nearest one, or where it belongs. */
export function unknownKey(
  name: string,
  { vocabulary, origin, at }: { vocabulary?: Vocabulary | undefined; origin: Origin; at: Point },
): { diagnostics: Diagnostic[]; meant?: string } {
  if (vocabulary === undefined || vocabulary.passed?.has(name)) return { diagnostics: [] }
  const { meant, ...said } = explain(name, vocabulary)
  return {
    diagnostics: [errorIn(origin, at, { rule: 'unknown-key', ...said })],
    ...(meant === undefined ? {} : { meant }),
  }
}

interface Explained {
  message: string
  hint: string
  meant?: string
}

function explain(name: string, { known, within, elsewhere }: Vocabulary): Explained {
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
  const message = within ? `“${within}”里没有“${shown}”这一项。` : `没有“${shown}”这一项。`
  const near = nearest(name, known)
  if (near !== undefined) return { message, hint: `改成“${near}”。`, meant: near }
  const names = known.filter((word) => hasHan(word) === hasHan(name))
  return { message, hint: `删掉这一项；这里可以写：${names.join('、')}。` }
}
