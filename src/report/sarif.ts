import type { Rule } from '../lint/rule.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** Returns the diagnostics as SARIF 2.1.0, the exchange format that code hosts and editors read. */
export function sarifText(
  found: readonly Diagnostic[],
  rules: readonly Rule[],
  version: string,
): string {
  const results = found.map(({ file, at, end, severity, rule, message, hint }) => ({
    ruleId: rule,
    level: severity,
    message: { text: `${message}改法：${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: at.line,
            startColumn: at.column,
            ...(end && { endLine: end.line, endColumn: end.column }),
          },
        },
      },
    ],
  }))
  const known = rules.map(({ id, about, reason, clause }) => ({
    id,
    shortDescription: { text: about },
    fullDescription: { text: `${reason}（${clause}）` },
  }))
  const driver = { name: 'bulletin', version, rules: known }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  return JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)
}
