import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readIssue } from '../../src/input/files/index.js'
import { parseIssue } from '../../src/input/parse-issue.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { inReadingOrder } from '../../src/model/diagnostic.js'

const root = join(import.meta.dirname, '../../fixtures/situations')
const severities = { error: '错误', warning: '警告' }

const line = ({ file, at, severity, rule, message, hint }: Diagnostic) =>
  `${file}:${at.line}:${at.column} ${severities[severity]} ${rule} ${message} 改法：${hint}\n`

async function said(situation: string): Promise<string> {
  const cwd = join(root, situation)
  const named = join(cwd, 'target.txt')
  const target = existsSync(named) ? readFileSync(named, 'utf8').trim() : '.'
  const { diagnostics } = parseIssue(await readIssue(target, { cwd }))
  // Ignores the files that belong to the test, not to the situation.
  const isOurs = ({ file, rule }: Diagnostic) => rule === 'file-format' && /\.txt$/.test(file)
  return diagnostics
    .filter((one) => !isOurs(one))
    .toSorted(inReadingOrder())
    .map(line)
    .join('')
}

// Every folder of fixtures/situations is a test case. UPDATE_EXPECTED=1 rewrites the expected
// output.
it.each(readdirSync(root))('says what is expected of %s', async (situation) => {
  const file = join(root, situation, 'expected.txt')
  const actual = await said(situation)
  if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
})
