import type { Diagnostic } from '../model/diagnostic.js'
import type { Paint, SourceLookup } from './diagnostic-text.js'
import { diagnosticTexts } from './diagnostic-text.js'

/** Warnings per rule that a build prints in full; the rest are only counted. */
const warningsOfRule = 3
/** Errors per rule that are printed in full. More of the same kind would hide the others. */
const errorsOfRule = 100
/** Errors that are repeated in the summary at the end. */
const summarisedErrors = 20

/** How to print diagnostics. */
export interface FindingsOptions {
  /** Shows errors only. */
  quiet: boolean
  sources: SourceLookup
  paint: Paint
}

/**
 * Returns what a build reports about its sources, in parts: all errors first, then the first
 * warnings of each rule, the number of the remaining warnings with the command that shows them, and
 * a summary of the errors, one line each. `reported` counts the warnings of each rule already printed
 * in this run; it is updated.
 */
export function buildFindings(
  issue: string,
  found: readonly Diagnostic[],
  options: FindingsOptions,
  reported = new Map<string, number>(),
): string[] {
  const { errors, warnings } = bySeverity(found)
  const texts = textsOf(options)
  const shown = options.quiet ? [] : warnings
  const warned = [...grouped(shown, ({ rule }) => rule).values()].flatMap((alike) =>
    warningsText(alike, texts, reported),
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
            warned.flatMap(({ reported: some }) => some),
          )}\n`,
        ]
      : []),
    ...(warned.length > 0 ? errorSummary(errors, options.paint) : []),
  ]
}

/**
 * Returns the report of `bulletin check`, in parts: errors first, then all warnings by file, then a
 * summary of the errors.
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
    ...(shown.length > 0 ? errorSummary(errors, options.paint) : []),
  ]
}

const bySeverity = (found: readonly Diagnostic[]) => ({
  errors: found.filter(({ severity }) => severity === 'error'),
  warnings: found.filter(({ severity }) => severity === 'warning'),
})

/** Groups items by key; groups are in order of first occurrence. */
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

/** Formats the warnings of one rule: those to print, and the number of the others. */
function warningsText(
  alike: readonly Diagnostic[],
  textOf: (one: Diagnostic) => string,
  reported: Map<string, number>,
): { text: string[]; reported: readonly Diagnostic[]; count: number } {
  const rule = alike[0]?.rule ?? ''
  const before = reported.get(rule) ?? 0
  // `bulletin check` cannot show these warnings, so all are printed.
  const some = alike[0]?.onPage ? alike : alike.slice(0, Math.max(0, warningsOfRule - before))
  reported.set(rule, before + some.length)
  const left = alike.length - some.length
  const more = left > 0 && some.length > 0 ? [`  ${rule} 还有 ${left} 处。\n`] : []
  return { text: [...some.map(textOf), ...more], reported: some, count: some.length }
}

function restText(
  issue: string,
  warnings: readonly Diagnostic[],
  reported: readonly Diagnostic[],
): string {
  const rest = warnings.filter((one) => !reported.includes(one))
  const mended = rest.filter(({ fix }) => fix).length
  const fixes = mended > 0 ? `；其中 ${mended} 处可以 --fix` : ''
  return `还有 ${rest.length} 处，运行 bulletin check ${quoted(issue)} 看全部${fixes}。`
}

/** Quotes a path for the shell when necessary. */
const quoted = (path: string): string => (/[\s'"()&;]/.test(path) ? JSON.stringify(path) : path)

function errorSummary(errors: readonly Diagnostic[], paint: Paint): string[] {
  if (errors.length === 0) return []
  const lines = errors
    .slice(0, summarisedErrors)
    .map(({ file, at, message }) => `  ${file}:${at.line}:${at.column}  ${message}`)
  const left = errors.length - summarisedErrors
  const more = left > 0 ? [`  …… 还有 ${left} 个。`] : []
  return [[paint.error('先改错误：'), ...lines, ...more, ''].join('\n')]
}
