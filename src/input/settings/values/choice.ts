import { excerpt } from '../../../text/excerpt.js'
import { nearest } from '../../../text/nearest.js'
import type { Decoder } from '../value.js'
import { accepting, invalid, ok } from '../value.js'
import { asWritten, sourceOf } from './text.js'

/** The alternative words for each choice, besides its own name. Messages use the first. */
export type Words<T extends string> = Record<T, readonly string[]>

/** One of a few words, in English or Chinese. */
export const choice = <T extends string>(words: Words<T>): Decoder<T> =>
  accepting({ enum: choicesOf(words).flatMap((name) => [name, ...words[name]]) }, (given) => {
    const written = asWritten(given.node)?.trim()
    const found = written === undefined ? undefined : chosen(words, written)
    if (found !== undefined) return ok(found)
    const { key, label } = given
    const suggestion = likely(written ?? '', words)
    return invalid(
      given,
      `${label}“${excerpt(written ?? sourceOf(given))}”不是可以选的一种。`,
      suggestion === undefined
        ? `写成 ${key}: ${offered(words)}。`
        : `写成 ${key}: ${suggestion}。`,
    )
  })

/** The choice that a word stands for, in either language and any case. */
export const chosen = <T extends string>(words: Words<T>, written: string): T | undefined =>
  choicesOf(words).find((name) =>
    [name, ...words[name]].some((word) => word.toLowerCase() === written.toLowerCase()),
  )

/**
 * The word that was most likely meant. Words of fewer than three characters are too short to guess.
 */
export const likely = <T extends string>(written: string, words: Words<T>): string | undefined =>
  written.length < 3
    ? undefined
    : nearest(
        written,
        choicesOf(words).flatMap((name) => [name, ...words[name]]),
      )

/** Lists the choices for a message: newsletter（工作通讯）、briefing（简报）或 document（公文）. */
export function offered<T extends string>(words: Words<T>): string {
  const shown = choicesOf(words).map((name) =>
    words[name][0] ? `${name}（${words[name][0]}）` : name,
  )
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join('、')}或 ${shown.at(-1)}`
}

const yesOrNo = { enum: [true, false, '是', '否', 'yes', 'no'] }

/** A boolean: yes or no. */
export const toggle: Decoder<boolean> = accepting(yesOrNo, (given) => {
  const { value, diagnostics } = choice(YES_OR_NO)(given)
  return value === undefined ? { diagnostics } : { value: value === 'true', diagnostics }
})

/** A boolean, or the result of another decoder. */
export const orToggle = <T>(read: Decoder<T>): Decoder<T | boolean> =>
  accepting<T | boolean>({ anyOf: [yesOrNo, read.accepts ?? {}] }, (given) => {
    const answer = chosen(YES_OR_NO, asWritten(given.node)?.trim() ?? '')
    return answer === undefined ? read(given) : ok(answer === 'true')
  })

const YES_OR_NO = { true: ['是', 'yes'], false: ['否', 'no'] } as const satisfies Words<
  'true' | 'false'
>

const choicesOf = <T extends string>(words: Words<T>) => Object.keys(words) as T[]
