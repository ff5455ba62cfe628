import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileNameFor } from '../../src/engine/scaffold/article.js'
import { issueSettingsText, lastIssue, nextIssue } from '../../src/engine/scaffold/issue.js'
import { bulletin } from '../kit/program.js'
import { workspace } from '../kit/workspace.js'

const cwd = workspace('scaffold')
const run = (...words: string[]) => bulletin(words, { cwd })
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')

it.each(['newsletter', 'briefing', 'document'])(
  'init makes a %s that builds at once, without a word',
  async (template) => {
    const made = await run(
      'init',
      template,
      '--template',
      template,
      '--publisher',
      '某某市文化馆',
      '--date',
      '2021-06-28',
    )
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const issue = template === 'document' ? template : `${template}/2021年第1期`
    expect(made.stdout).toContain(`bulletin build ${issue}`)
    const settings = read(`${issue}/bulletin.yaml`)
    const [, schema = ''] = /\$schema=(\S+)/.exec(settings) ?? []
    expect(existsSync(join(cwd, issue, schema))).toBe(true)
    const built = await run('build', issue, '--strict', '--json')
    expect(JSON.parse(built.stdout)).toMatchObject({ exitCode: 0, diagnostics: [] })
  },
)

it('init leaves a folder alone in which something lies', async () => {
  mkdirSync(join(cwd, 'full'))
  writeFileSync(join(cwd, 'full/稿件.docx'), 'x')
  const { code, stderr } = await run('init', 'full', '--yes')
  expect(code).toBe(2)
  expect(stderr).toContain('“full”里已经有东西')
  expect(existsSync(join(cwd, 'full/bulletin.yaml'))).toBe(false)
})

it('new issue carries on number, running number and sections; new article and brief go on counting', async () => {
  await run(
    'init',
    '通讯',
    '--title',
    '工作通讯',
    '--sections',
    '要闻,工作交流,简讯',
    '--total',
    '54',
    '--number',
    '3',
    '--date',
    '2021-06-28',
  )
  expect((await run('new', 'issue', '通讯', '--date', '2021-09-28')).stdout).toContain(
    '2021年第4期',
  )
  expect(read('通讯/2021年第4期/bulletin.yaml')).toMatch(/期号: 4\n总期号: 55\n日期: 2021-09-28\n$/)
  const issue = '通讯/2021年第4期'
  await run(
    'new',
    'article',
    issue,
    '--title',
    '新馆开馆',
    '--section',
    '工作交流',
    '--unit',
    '城东馆',
  )
  await run('new', 'article', issue, '--title', '一次：“讲座”/记')
  await run('new', 'brief', issue, '--unit', '城西馆')
  expect(read(`${issue}/01-新馆开馆.md`)).toContain('栏目: 工作交流\n单位: 城东馆\n')
  expect(read(`${issue}/02-一次：“讲座” 记.md`)).toContain('栏目: 要闻\n')
  expect(read(`${issue}/21-简讯.md`)).toContain('栏目: 简讯\n')
  const built = await run('build', issue, '--drafts', '--json')
  expect(JSON.parse(built.stdout).exitCode).toBe(0)
})

it('says what is missing where nobody can be asked', async () => {
  const { code, stderr } = await run('new', 'article', '.')
  expect(code).toBe(2)
  expect(stderr).toContain('--title')
  expect((await run('new', 'issue', 'nowhere')).code).toBe(2)
  expect((await run('new', 'poem')).code).toBe(2)
})

const day = (year: number, month: number) => ({ year, month, day: 28 })

it.each([
  ['issue-54', { number: 3, total: 54 }, 2021, { name: 'issue-55', number: 4, total: 55 }],
  // The number in the folder's name differs from the running number.
  ['issue-6', { number: 6, total: 36 }, 2021, { name: 'issue-7', number: 7, total: 37 }],
  ['2021年第3期', { number: 3, total: 54 }, 2021, { name: '2021年第4期', number: 4, total: 55 }],
  ['2021年第6期', { number: 6, total: 57 }, 2022, { name: '2022年第1期', number: 1, total: 58 }],
  ['第09期', { number: 9 }, 2021, { name: '第10期', number: 10 }],
  ['创刊号', { number: 1 }, 2021, { name: '2021年第2期', number: 2 }],
])('the issue after %s', (name, numbers, year, expected) => {
  const last = { name, text: '', date: day(2021, 6), ...numbers }
  expect(nextIssue(last, { date: day(year, 9) })).toMatchObject(expected)
})

it('the last issue is that of the greatest running number, not the last in the folder', () => {
  const issues = [9, 10, 8].map((total) => ({ name: `issue-${total}`, total, text: '' }))
  expect(lastIssue(issues)?.name).toBe('issue-10')
})

it('keeps the comments and sections of the last settings, and drops what was that issue’s own', () => {
  const text =
    '# 第 54 期\nnumber: 3\n# 栏目的次序\nsections: [要闻, 简讯]\nnote: 这一期……\nperiod: 6月\ndate: 2021-06-28\n'
  const last = { name: 'issue-54', number: 3, total: 54, text }
  const next = nextIssue(last, { date: day(2021, 9) })
  const written = issueSettingsText(last, next)
  expect(written).toContain('number: 4')
  expect(written).toContain('# 栏目的次序\nsections: [ 要闻, 简讯 ]')
  expect(written).toContain('date: 2021-09-28')
  expect(written).not.toMatch(/第 54 期|note|period/)
})

it('leaves out what the publication says as well, in whichever language', () => {
  const text = '栏目: [要闻, 简讯]\nunit: 城东馆\nnumber: 3\ntemplate: newsletter\n'
  const last = { name: 'issue-6', number: 3, total: 36, text }
  const shared = 'sections:\n  - 要闻\n  - 简讯\ntemplate: briefing\nnumber: 3\n'
  const written = issueSettingsText(last, nextIssue(last, { date: day(2021, 9) }), shared)
  expect(written).not.toMatch(/栏目|sections/)
  expect(written).toContain('template: newsletter')
  expect(written).toContain('unit: 城东馆')
  expect(written).toContain('number: 4')
  expect(written).toContain('total: 37')
})

it.each([
  ['栏目: [要闻]\n', '栏目: [ 要闻 ]\n期号: 4\n总期号: 37\n日期: 2021-09-28\n'],
  ['sections: [要闻]\n', 'sections: [ 要闻 ]\nnumber: 4\ntotal: 37\ndate: 2021-09-28\n'],
])('adds keys in the language of the file: %j', (text, expected) => {
  const last = { name: '第3期', number: 3, total: 36, text }
  expect(issueSettingsText(last, nextIssue(last, { date: day(2021, 9) }))).toContain(expected)
})

it('numbers a file after the last of its kind, as wide as they are', () => {
  const files = ['01-a.md', '09-b.md', 'c.md'].map((name) => ({ name }))
  expect(fileNameFor('新馆', files, 1)).toBe('10-新馆.md')
  expect(fileNameFor('新馆', [{ name: '007-a.md' }], 1)).toBe('008-新馆.md')
  expect(fileNameFor('...', [], 1)).toBe('01-稿件.md')
})
