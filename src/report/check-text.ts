import type { Diagnostic } from '../model/diagnostic.js'
import type { Paint, SourceText } from './human.js'
import { diagnosticText } from './human.js'

/** How many of each severity, in words. */
export function tally(found: readonly Diagnostic[], paint: Paint): string {
  const count = (severity: Diagnostic['severity']) =>
    found.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const said = [
    errors ? paint.error(`${errors} 个错误`) : '',
    warnings ? paint.warning(`${warnings} 个警告`) : '',
  ].filter(Boolean)
  return said.length === 0 ? '没有发现问题' : said.join('，')
}

/** A check's report for people: every finding, then the tally. */
export function checkText(
  target: string,
  found: readonly Diagnostic[],
  { quiet, sources, paint }: { quiet: boolean; sources: SourceText; paint: Paint },
): string {
  const shown = found.filter(({ severity }) => !quiet || severity === 'error')
  const parts = shown.map((one) => `${diagnosticText(one, sources, paint)}\n`)
  if (!quiet || shown.length > 0) parts.push(`${target}：${tally(found, paint)}。`)
  return parts.join('\n')
}
