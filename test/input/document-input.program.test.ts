import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberProblem } from '../../src/issue/document/number.js'
import type { IssueReport } from '../../src/model/report.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const head: Record<string, string> = {
  template: 'document',
  title: '云溪市图书馆文件',
  publisher: '云溪市图书馆',
  docNumber: '云图发〔2022〕7号',
  recipients: '各分馆',
  date: '2022-05-29',
}
const body = '---\ntitle: 关于整理书库的通知\n---\n\n书库要在汛期以前整理完毕。\n'
const folder = workspace('document-input')
let count = 0

/** The report and the rule ids for a document with changed settings or files. */
async function saidOf(
  change: Record<string, string | undefined>,
  files: Record<string, string> = {},
): Promise<{ report: IssueReport; rules: string[] }> {
  const own = join(folder, String(++count))
  const settings = Object.entries({ ...head, ...change })
    .flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}\n`))
    .join('')
  writeFiles(own, { 'bulletin.yaml': settings, '01.md': body, ...files })
  const { stdout } = await bulletin(['build', own, '--json'])
  const report = JSON.parse(stdout) as IssueReport
  const rules = report.diagnostics.map(({ rule }) => rule)
  return { report, rules: rules.filter((rule) => /^(document|attachment|image)-/.test(rule)) }
}

describe('a document that lacks something', () => {
  it.each([
    ['docNumber', 'document-number-missing', 'error', 2],
    ['date', 'document-date-missing', 'error', 2],
    ['recipients', 'document-recipients-missing', 'warning', 0],
  ] as const)('says so of %s and what to write', async (key, rule, severity, exitCode) => {
    const { report, rules } = await saidOf({ [key]: undefined })
    expect(rules).toEqual([rule])
    const said = report.diagnostics.find((one) => one.rule === rule)
    expect(said?.severity).toBe(severity)
    expect(said?.hint).toContain(key)
    expect(said?.file.endsWith('bulletin.yaml')).toBe(true)
    expect(report.exitCode).toBe(exitCode)
  })

  it('points at the date that stops at the month', async () => {
    const { report, rules } = await saidOf({ date: '2022-05' })
    expect(rules).toEqual(['document-date-missing'])
    expect(report.diagnostics[0]?.message).toContain('“2022年5月”')
    expect(report.diagnostics[0]?.at.line).toBe(6)
  })

  it('asks for a name of an attachment that has none, in its own file', async () => {
    const { report, rules } = await saidOf(
      {},
      { '02.md': '---\ntitle: false\nattachment: true\n---\n\n表格。\n' },
    )
    expect(rules).toEqual(['attachment-name-missing'])
    const [said] = report.diagnostics.filter(({ rule }) => rule === 'attachment-name-missing')
    expect(said?.file.endsWith('02.md')).toBe(true)
    expect(said?.at.line).toBe(3)
    expect(report.exitCode).toBe(1)
  })

  it('has one text: another article is an attachment that was not marked', async () => {
    const { rules } = await saidOf({}, { '02.md': '---\ntitle: 书库分工表\n---\n\n分工。\n' })
    expect(rules).toEqual(['document-body-twice'])
  })

  it('refuses a seal that is no picture, and one too few', async () => {
    const broken = await saidOf({ seal: 'seal.png' }, { 'seal.png': '不是图片' })
    expect(broken.rules).toEqual(['image-broken'])
    expect(broken.report.diagnostics[0]?.at.line).toBe(7)
    const few = await saidOf({ seal: '[a.png, b.png]' }, { 'a.png': '', 'b.png': '' })
    expect(few.rules).toContain('document-seals')
  })

  it('only warns of what the standard asks for in general', async () => {
    const { report, rules } = await saidOf({
      copyNumber: "'12'",
      secrecy: '内部',
      urgency: '很急',
    })
    expect(rules).toEqual(['document-copy-number', 'document-secrecy', 'document-urgency'])
    expect(report.exitCode).toBe(0)
    expect(readdirSync(folder).some((name) => name.endsWith('.pdf'))).toBe(true)
  })

  it('never speaks of a standard to a briefing', async () => {
    const { report } = await saidOf({ template: 'briefing', docNumber: undefined })
    expect(JSON.stringify(report.diagnostics)).not.toMatch(/国标|GB|公文/)
  })
})

describe('发文字号 (GB/T 9704—2012, 7.2.5)', () => {
  it.each([
    ['云图发[2022]7号', '六角括号'],
    ['云图发（2022）7号', '六角括号'],
    ['云图发〔2022〕07号', '前有 0'],
    ['云图发〔2022〕第7号', '“第”'],
    ['云图发〔22〕7号', '不是四位'],
    ['云图发〔2022〕7', '“号”'],
  ])('mends %s', (written, reason) => {
    const trouble = numberProblem(written)
    expect(trouble?.message).toContain(reason)
    expect(trouble?.message).toContain(`“${written}”`)
    expect(trouble?.right).toBe('云图发〔2022〕7号')
  })

  it('has nothing to say of what it proposes', () => {
    const number = fc.record({
      code: fc.constantFrom('云图发', '澄文志联', '府'),
      open: fc.constantFrom('〔', '[', '（', '('),
      close: fc.constantFrom('〕', ']', '）', ')'),
      year: fc.integer({ min: 1980, max: 2099 }),
      ordinal: fc.constantFrom('', '第'),
      zeros: fc.constantFrom('', '0', '00'),
      serial: fc.integer({ min: 1, max: 9999 }),
      end: fc.constantFrom('', '号'),
    })
    fc.assert(
      fc.property(number, ({ code, open, close, year, ordinal, zeros, serial, end }) => {
        const trouble = numberProblem(
          `${code}${open}${year}${close}${ordinal}${zeros}${serial}${end}`,
        )
        expect(numberProblem(trouble?.right ?? '云图发〔2022〕7号')).toBeUndefined()
      }),
    )
  })
})

describe('what a document sets of its own accord', () => {
  it('is named where the body types it once more', async () => {
    const typed = [
      '各分馆：',
      '书库要在汛期以前整理完毕。',
      '附件：1. 分工表\n　　　2. 名单',
      '　　　云溪市 图书馆\n　　　2022年5月29日',
    ].join('\n\n')
    const { report } = await saidOf(
      {},
      {
        '01.md': body.replace(/\n\n.*\n$/, `\n\n${typed}\n`),
        '02.md': attachment('分工表'),
        '03.md': attachment('名单'),
      },
    )
    const twice = report.diagnostics.filter(({ rule }) => rule === 'document-typed-twice')
    expect(twice.map(({ at, message }) => `${at.line} ${message.slice(0, 4)}`)).toEqual([
      '5 主送“各',
      '9 附件说明',
      '12 署名“云',
      '13 日期“2',
    ])
  })

  it('is not taken for typed twice when it is another’s, or in the middle of a text', async () => {
    const typed =
      '各分馆要在2022年5月29日前：\n\n云溪市图书馆已经整理完毕。\n\n附件：\n\n2022年5月30日'
    const { rules } = await saidOf({}, { '01.md': body.replace(/\n\n.*\n$/, `\n\n${typed}\n`) })
    expect(rules).not.toContain('document-typed-twice')
  })
})

const attachment = (title: string) => `---\ntitle: ${title}\nattachment: true\n---\n\n一份表。\n`
