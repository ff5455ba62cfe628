import type { Diagnostic } from '../model/diagnostic.js'
import type { Paint } from './diagnostic-text.js'
import type { FindingsOptions } from './findings.js'
import { checkFindings } from './findings.js'

/** Returns the number of errors and warnings as a Chinese phrase. */
export function tally(found: readonly Diagnostic[], paint: Paint): string {
  const count = (severity: Diagnostic['severity']) =>
    found.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const counts = [
    errors ? paint.error(`${errors} 个错误`) : '',
    warnings ? paint.warning(`${warnings} 个警告`) : '',
  ].filter(Boolean)
  return counts.length === 0 ? '没有发现问题' : counts.join('，')
}

/**
 * Returns the report of a check for people: every diagnostic, then the totals. Empty when `quiet`
 * and there are no errors.
 */
export function checkText(
  target: string,
  found: readonly Diagnostic[],
  options: FindingsOptions & { mended: boolean },
): string {
  const { quiet, paint, mended } = options
  const parts = checkFindings(found, options)
  const fixable = mended ? 0 : found.filter(({ fix }) => fix).length
  if (!quiet && fixable > 0) parts.push(`其中 ${fixable} 处可以自动改：加 --fix。`)
  if (!quiet || parts.length > 0) parts.push(`${target}：${tally(found, paint)}。`)
  return parts.join('\n')
}
