import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { checkText } from '../../src/report/check-text.js'
import { buildFindings, checkFindings } from '../../src/report/findings.js'

const plain = (text: string) => text
const options = {
  quiet: false,
  sources: () => undefined,
  paint: { error: plain, warning: plain, faint: plain },
}

const finding = (rule: string, line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  file: '甲.md',
  at: { line, column: 1 },
  severity: 'warning',
  rule,
  message: `${rule} 的话。`,
  hint: '改。',
  ...more,
})

const fix = { from: 0, to: 1, text: '，' }
const many = (rule: string, count: number, more: Partial<Diagnostic> = {}) =>
  Array.from({ length: count }, (_, index) => finding(rule, index + 1, more))
const linesOf = (parts: readonly string[]) => parts.join('\n').split('\n')
const placesOf = (parts: readonly string[]) =>
  linesOf(parts).flatMap((line) => /^\S+:\d+:\d+ {2}(?:警告|错误) {2}\S+/.exec(line)?.[0] ?? [])

describe('what a build says', () => {
  it('is three warnings of a rule with their places, and the number of the others', () => {
    const found = [...many('ellipsis', 5, { fix }), ...many('unpaired', 4), finding('dash', 9)]
    const said = buildFindings('第 9 期', found, options)
    expect(placesOf(said)).toEqual([
      '甲.md:1:1  警告  ellipsis',
      '甲.md:2:1  警告  ellipsis',
      '甲.md:3:1  警告  ellipsis',
      '甲.md:1:1  警告  unpaired',
      '甲.md:2:1  警告  unpaired',
      '甲.md:3:1  警告  unpaired',
      '甲.md:9:1  警告  dash',
    ])
    expect(linesOf(said)).toContain('  ellipsis 还有 2 处。')
    expect(linesOf(said)).toContain(
      '还有 3 处，运行 bulletin check "第 9 期" 看全部；其中 2 处可以 --fix。',
    )
  })

  it('does not speak of --fix where it mends nothing, nor of others where there are none', () => {
    expect(linesOf(buildFindings('issue-9', many('unpaired', 4), options))).toContain(
      '还有 1 处，运行 bulletin check issue-9 看全部。',
    )
    expect(buildFindings('issue-9', many('unpaired', 3), options).join()).not.toContain('还有')
  })

  it('is short, whatever the number of warnings and of errors', () => {
    const rules = Array.from({ length: 80 }, (_, index) => `rule-${index}`)
    const warnings = rules.flatMap((rule) => many(rule, 400))
    const errors = many('glyph-missing', 9000, { severity: 'error' })
    const lines = linesOf(buildFindings('issue-9', [...warnings, ...errors], options))
    expect(lines.length).toBeLessThan(2000)
    expect(lines).toContain('这样的错误还有 8900 个，运行 bulletin check 看全部。')
  })

  it('begins and ends with the errors, each whole at first and on a line at last', () => {
    const wrong = finding('field-date', 3, { severity: 'error' })
    const said = buildFindings('issue-9', [...many('dash', 2), wrong], options)
    expect(placesOf(said)).toEqual([
      '甲.md:3:1  错误  field-date',
      '甲.md:1:1  警告  dash',
      '甲.md:2:1  警告  dash',
    ])
    expect(said.at(-1)).toBe('先改错误：\n  甲.md:3:1  field-date 的话。\n')
  })

  it('names errors once when nothing comes between, and nothing else when it is quiet', () => {
    const errors = many('field-date', 2, { severity: 'error' })
    expect(buildFindings('issue-9', errors, options)).toHaveLength(2)
    const all = [...many('dash', 9), ...errors]
    expect(buildFindings('issue-9', all, { ...options, quiet: true })).toHaveLength(2)
  })

  it('is every warning that only the page shows: check would not find it', () => {
    const said = buildFindings('issue-9', many('table-small', 7, { onPage: true }), options)
    expect(placesOf(said)).toHaveLength(7)
  })

  it('is three warnings of a rule in a run of many issues, then numbers', () => {
    const told = new Map<string, number>()
    expect(placesOf(buildFindings('甲', many('dash', 2), options, told))).toHaveLength(2)
    expect(placesOf(buildFindings('乙', many('dash', 2), options, told))).toHaveLength(1)
    expect(buildFindings('丙', many('dash', 2), options, told)).toEqual([
      '还有 2 处，运行 bulletin check 丙 看全部。\n',
    ])
  })
})

describe('what a check says', () => {
  it('is everything, errors first and last, warnings by their files', () => {
    const found = [
      ...many('dash', 5),
      finding('dash', 1, { file: '乙.md' }),
      finding('field-date', 3, { file: '乙.md', severity: 'error' }),
    ]
    const said = checkFindings(found, options)
    expect(placesOf(said)).toHaveLength(7)
    expect(placesOf(said)[0]).toBe('乙.md:3:1  错误  field-date')
    expect(linesOf(said).filter((line) => line.startsWith('──'))).toEqual([
      '── 甲.md：5 个警告',
      '── 乙.md：1 个警告',
    ])
    expect(said.at(-1)).toBe('先改错误：\n  乙.md:3:1  field-date 的话。\n')
  })

  it('ends with the numbers, and how many --fix mends', () => {
    const found = [...many('ellipsis', 2, { fix }), finding('dash', 3)]
    expect(checkText('甲', found, { ...options, mended: false })).toMatch(
      /\n其中 2 处可以自动改：加 --fix。\n甲：3 个警告。$/,
    )
    expect(checkText('甲', found, { ...options, mended: true })).not.toContain('--fix')
  })
})
