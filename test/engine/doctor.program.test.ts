import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeHealth } from '../../src/engine/doctor/machine.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('doctor')
const env = {
  BULLETIN_CACHE: join(folder, 'cache'),
  BULLETIN_FONTS: undefined,
  LANG: 'C',
  LC_ALL: undefined,
  LC_CTYPE: undefined,
}
const run = (...words: string[]) => bulletin(['doctor', ...words], { cwd: folder, env })

interface Check {
  name: string
  state: string
  message: string
  hint?: string
}
const checks = (stdout: string): Check[] => JSON.parse(stdout).checks

it('says of everything that a build needs whether it is there, and starts the browser', async () => {
  const { code, stdout, stderr } = await run()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/✓ Node\.js v/)
  expect(stdout).toMatch(/✓ 浏览器：.*\d+\.\d+.*能启动，能打印/)
  expect(stdout).toMatch(/小标宋：|黑体：/)
  expect(stdout).toContain(folder)
  expect(stdout).toMatch(/! 语言环境是“C”.*\n {2}改法：/)
})

it('fails with 3 when a build would, and says how to mend it', async () => {
  const { code, stdout } = await run('--json', '--browser', join(folder, 'none'))
  expect(code).toBe(3)
  const broken = checks(stdout).filter(({ state }) => state === 'error')
  expect(broken.map(({ name }) => name)).toEqual(['browser'])
  expect(broken[0]?.hint).toContain('--browser')
})

it('names the characters of an issue that no font has', async () => {
  writeFiles(folder, {
    'issue-1/bulletin.yaml': '刊名: 工作通讯\n',
    'issue-1/1.md': '---\n标题: 甲\n栏目: 要闻\n---\n\n正文\u{10fffd}。\n',
  })
  const { code, stdout } = await run('issue-1', '--json')
  expect(code).toBe(3)
  const [missing] = checks(stdout).filter(({ state }) => state === 'error')
  expect(missing).toMatchObject({ name: 'characters' })
  expect(missing?.message).toMatch(/^issue-1\/1\.md:6:3 /)
})

it('draws a sample of every face, as a page that needs nothing else or as a PDF', async () => {
  expect((await run('--sample', '字样.html')).code).toBe(0)
  const html = readFileSync(join(folder, '字样.html'), 'utf8')
  expect(html.match(/<section>/g)).toHaveLength(5)
  expect(html).toContain('src:url(data:font/')
  expect((await run('--sample', '字样.pdf')).code).toBe(0)
  expect(readFileSync(join(folder, '字样.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await run('--sample', '字样.docx')).code).toBe(2)
})

it.each([
  ['v20.18.0', 'error'],
  ['v20.19.0', 'ok'],
  ['v21.9.0', 'error'],
  ['v22.11.0', 'error'],
  ['v22.12.0', 'ok'],
  ['v24.1.0', 'ok'],
])('takes the versions of Node that package.json names (%s)', (version, state) => {
  expect(nodeHealth(version).state).toBe(state)
})
