import type { Diagnostic } from '../model/diagnostic.js'

/** Formats a diagnostic as a GitHub Actions annotation: `::warning file=…,line=…::…`. */
export function githubLine(one: Diagnostic): string {
  const { file, at, end, severity, rule, message, hint } = one
  const place = [
    `file=${property(file)}`,
    `line=${at.line}`,
    `col=${at.column}`,
    ...(end?.line === at.line ? [`endColumn=${end.column}`] : []),
    `title=${property(rule)}`,
  ]
  return `::${severity} ${place.join(',')}::${data(`${message}改法：${hint}`)}`
}

const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
