import type { Diagnostic } from '../model/diagnostic.js'
import type { Paint, SourceLookup } from './diagnostic-text.js'
import { diagnosticTexts } from './diagnostic-text.js'

/** Warnings of one rule that a build tells of in full; the others are a number. */
const warningsOfRule = 3
/** Errors of one rule that are told of in full: a person mends the first, and hundreds alike hide the rest. */
const errorsOfRule = 100
/** Errors that are named once more at the end. */
const errorsAgain = 20

export interface FindingsOptions {
  /** Errors alone. */
  quiet: boolean
  sources: SourceLookup
  paint: Paint
}

/**
 * What a build says of its sources, part by part: errors whole and first, of warnings the first of
 * each rule, the number of the others and how to see them, and the errors once more, a line each.
 * `told`: how many warnings of each rule the run has told of already; it is brought up to date.
 */
export function buildFindings(
  issue: string,
  found: readonly Diagnostic[],
  options: FindingsOptions,
  told = new Map<string, number>(),
): string[] {
  const { errors, warnings } = bySeverity(found)
  const texts = textsOf(options)
  const shown = options.quiet ? [] : warnings
  const warned = [...grouped(shown, ({ rule }) => rule).values()].flatMap((alike) =>
    warningsText(alike, texts, told),
  )
  const left = shown.length - warned.reduce((sum, { count }) => sum + count, 0)
  return [
    ...errorsText(errors, texts),
    ...warned.flatMap(({ text }) => text),
    ...(left > 0
      ? [
          `${restText(
            issue,
            shown,
            warned.flatMap(({ told: some }) => some),
          )}\n`,
        ]
      : []),
    ...(warned.length > 0 ? againText(errors, options.paint) : []),
  ]
}

/**
 * What `bulletin check` says, part by part: the errors first, every warning by its file, and the
 * errors once more.
 */
export function checkFindings(found: readonly Diagnostic[], options: FindingsOptions): string[] {
  const { errors, warnings } = bySeverity(found)
  const texts = textsOf(options)
  const shown = options.quiet ? [] : warnings
  const files = grouped(shown, ({ file }) => file)
  const several = files.size > 1 || (errors.length > 0 && shown.length > 0)
  return [
    ...errors.map(texts),
    ...[...files].flatMap(([file, some]) => [
      ...(several ? [`${options.paint.faint('──')} ${file}：${some.length} 个警告\n`] : []),
      ...some.map(texts),
    ]),
    ...(shown.length > 0 ? againText(errors, options.paint) : []),
  ]
}

const bySeverity = (found: readonly Diagnostic[]) => ({
  errors: found.filter(({ severity }) => severity === 'error'),
  warnings: found.filter(({ severity }) => severity === 'warning'),
})

/** In the order of the first of each. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

const textsOf = (options: FindingsOptions): ((one: Diagnostic) => string) => {
  const textOf = diagnosticTexts(options)
  return (one) => `${textOf(one)}\n`
}

function errorsText(errors: readonly Diagnostic[], textOf: (one: Diagnostic) => string): string[] {
  return [...grouped(errors, ({ rule }) => rule).values()].flatMap((alike) => {
    const left = alike.length - errorsOfRule
    const rest = left > 0 ? [`这样的错误还有 ${left} 个，运行 bulletin check 看全部。\n`] : []
    return [...alike.slice(0, errorsOfRule).map(textOf), ...rest]
  })
}

/** Warnings of one rule: those that are told of, and how many more there are. */
function warningsText(
  alike: readonly Diagnostic[],
  textOf: (one: Diagnostic) => string,
  told: Map<string, number>,
): { text: string[]; told: readonly Diagnostic[]; count: number } {
  const rule = alike[0]?.rule ?? ''
  const before = told.get(rule) ?? 0
  // What the page alone shows can be looked up nowhere else.
  const some = alike[0]?.onPage ? alike : alike.slice(0, Math.max(0, warningsOfRule - before))
  told.set(rule, before + some.length)
  const left = alike.length - some.length
  const more = left > 0 && some.length > 0 ? [`  ${rule} 还有 ${left} 处。\n`] : []
  return { text: [...some.map(textOf), ...more], told: some, count: some.length }
}

function restText(
  issue: string,
  warnings: readonly Diagnostic[],
  told: readonly Diagnostic[],
): string {
  const rest = warnings.filter((one) => !told.includes(one))
  const mended = rest.filter(({ fix }) => fix).length
  const fixes = mended > 0 ? `；其中 ${mended} 处可以 --fix` : ''
  return `还有 ${rest.length} 处，运行 bulletin check ${quoted(issue)} 看全部${fixes}。`
}

/** A path as a shell takes it. */
const quoted = (path: string): string => (/[\s'"()&;]/.test(path) ? JSON.stringify(path) : path)

function againText(errors: readonly Diagnostic[], paint: Paint): string[] {
  if (errors.length === 0) return []
  const lines = errors
    .slice(0, errorsAgain)
    .map(({ file, at, message }) => `  ${file}:${at.line}:${at.column}  ${message}`)
  const left = errors.length - errorsAgain
  const more = left > 0 ? [`  …… 还有 ${left} 个。`] : []
  return [[paint.error('先改错误：'), ...lines, ...more, ''].join('\n')]
}
