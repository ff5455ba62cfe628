import type { Diagnostic } from '../model/diagnostic.js'
import { wholeSlice } from '../text/graphemes.js'
import { columnsOf } from '../text/terminal-width.js'
import { visibleControls } from '../text/visible-controls.js'

/** Styles for parts of the text; identity functions without colour. */
export interface Paint {
  error: (text: string) => string
  warning: (text: string) => string
  faint: (text: string) => string
}

/** Returns the source for a diagnostic's path, for quoting its line. */
export type SourceLookup = (file: string) => string | undefined

/**
 * Returns a function that formats diagnostics. Each source is read and split into lines only once.
 */
export function diagnosticTexts({
  sources,
  paint,
}: {
  sources: SourceLookup
  paint: Paint
}): (one: Diagnostic) => string {
  const known = new Map<string, readonly string[] | undefined>()
  const linesOf = (file: string) => {
    if (!known.has(file)) known.set(file, sources(file)?.split(/\r\n|\n|\r/))
    return known.get(file)
  }
  return (one) => diagnosticText(one, linesOf(one.file)?.[one.at.line - 1], paint)
}

/**
 * Formats one diagnostic: place, message, advice, and the source line with a caret under the
 * column.
 */
function diagnosticText(one: Diagnostic, source: string | undefined, paint: Paint): string {
  const { file, at, severity, rule, message, hint } = one
  const word = severity === 'error' ? paint.error('错误') : paint.warning('警告')
  const lines = [
    `${file}:${at.line}:${at.column}  ${word}  ${paint.faint(rule)}`,
    `  ${message}`,
    `  改法：${hint}`,
  ]
  if (source !== undefined && source.trim() !== '')
    lines.push(...quoted(source, at.line, at.column, paint))
  return lines.join('\n')
}

/** The most characters quoted from a line, and how many of them come before the caret. */
const longestQuote = 60
const before = 24

function quoted(source: string, line: number, column: number, paint: Paint): string[] {
  const start = source.length <= longestQuote ? 0 : Math.max(0, column - 1 - before)
  const show = (from: number, to: number) =>
    visibleControls(wholeSlice(source, from, to).replaceAll('\t', ' '))
  const ahead = show(start, column - 1)
  const rest = show(column - 1, start + longestQuote)
  const lead = start > 0 ? '…' : ''
  const number = String(line)
  const blank = ' '.repeat(columnsOf(lead + ahead))
  return [
    paint.faint(`  ${number} │ ${lead}${ahead}${rest}`),
    paint.faint(`  ${' '.repeat(number.length)} │ ${blank}^`),
  ]
}
