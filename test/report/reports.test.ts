import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/lint/rules/index.js'
import { diffText } from '../../src/report/diff.js'
import { githubLine } from '../../src/report/github.js'
import { explainText } from '../../src/report/rules-list.js'
import { sarifText } from '../../src/report/sarif.js'
import { rewriteSource } from '../../src/system/rewrite-source.js'
import { workspace } from '../kit/workspace.js'

const one = {
  file: 'issue-54/01,甲:乙.md',
  at: { line: 5, column: 3 },
  end: { line: 5, column: 4 },
  severity: 'warning' as const,
  rule: 'half-width-mark',
  message: '增长 100%。',
  hint: '改成“，”。',
}

describe('a report', () => {
  it('escapes what GitHub would take for its own marks', () => {
    expect(githubLine(one)).toBe(
      '::warning file=issue-54/01%2C甲%3A乙.md,line=5,col=3,endColumn=4,title=half-width-mark::增长 100%25。改法：改成“，”。',
    )
  })

  it('is SARIF with the rules and the places', () => {
    const { version, runs } = JSON.parse(sarifText([one], rules, '1.2.3'))
    expect(version).toBe('2.1.0')
    expect(runs[0].tool.driver.rules).toHaveLength(rules.length)
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'half-width-mark',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'issue-54/01%2C%E7%94%B2%3A%E4%B9%99.md' },
            region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 4 },
          },
        },
      ],
    })
  })

  it('shows the lines that change and one on each side', () => {
    expect(diffText('a.md', '甲\n乙,\n丙\n丁\n戊', '甲\n乙，\n丙\n丁\n戊')).toBe(
      '--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n 甲\n-乙,\n+乙，\n 丙',
    )
    expect(diffText('a.md', '甲', '甲')).toBe('')
  })

  it('explains every rule with its reason, its source and its examples', () => {
    for (const rule of rules) {
      const text = explainText(rule)
      expect(text).toContain(rule.reason)
      expect(text).toContain(rule.clause)
    }
  })
})

describe('a source that is written back', () => {
  const folder = workspace('rewrite')

  const written = async (bytes: Buffer, before: string, after: string) => {
    const absolute = join(folder, 'a.md')
    await writeFile(absolute, bytes)
    await rewriteSource({ absolute, path: 'a.md', text: before }, after)
    return readFile(absolute)
  }
  const bom = (...bytes: number[]) => Buffer.from(bytes)

  it('keeps its encoding and its BOM', async () => {
    const utf8 = Buffer.from('甲,\r\n')
    expect(await written(utf8, '甲,\r\n', '甲，\r\n')).toEqual(Buffer.from('甲，\r\n'))
    const marked = Buffer.concat([bom(0xef, 0xbb, 0xbf), utf8])
    expect(await written(marked, '甲,\r\n', '甲')).toEqual(
      Buffer.concat([bom(0xef, 0xbb, 0xbf), Buffer.from('甲')]),
    )
    const wide = Buffer.concat([bom(0xfe, 0xff), Buffer.from('甲,', 'utf16le').swap16()])
    expect(await written(wide, '甲,', '乙')).toEqual(
      Buffer.concat([bom(0xfe, 0xff), Buffer.from('乙', 'utf16le').swap16()]),
    )
  })

  it('is left alone when its bytes are not those that were read', async () => {
    await expect(written(bom(0xbc, 0xd7, 0x2c), '甲,', '甲，')).rejects.toThrow('又存过一次')
    expect(await readFile(join(folder, 'a.md'))).toEqual(bom(0xbc, 0xd7, 0x2c))
    await expect(written(Buffer.from('乙'), '甲,', '甲，')).rejects.toThrow()
  })
})
