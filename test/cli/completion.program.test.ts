import { expect, it } from 'vitest'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const cwd = workspace('completion')
writeFiles(cwd, {
  '通讯/第1期/1.md': '正文',
  '通讯/第1期/images/a.txt': '',
  '通讯/bulletin.yaml': '刊名: 工作通讯',
  '通讯/_旧稿/1.md': '正文',
})
const suggested = async (...words: string[]) => {
  const { stdout, code } = await bulletin(['complete', '--', ...words], { cwd })
  expect(code).toBe(0)
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => line.split('\t')[0])
}

it('suggests commands, and the parts of a command', async () => {
  expect(await suggested('')).toEqual(expect.arrayContaining(['build', 'check', 'doctor']))
  expect(await suggested('ca')).toEqual(['cache'])
  expect(await suggested('template', '')).toEqual(['list', 'eject', 'check'])
})

it('suggests options and what can stand after them', async () => {
  expect(await suggested('build', '--wa')).toEqual(['--watch'])
  expect(await suggested('check', '--format', '')).toEqual(['pretty', 'json', 'github', 'sarif'])
  expect(await suggested('check', '--explain', 'year-z')).toEqual(['year-zero'])
  expect(await suggested('build', '--template', 'b')).toEqual(['briefing'])
})

it('suggests the folders in which issues lie, and articles, but not what is left alone', async () => {
  expect(await suggested('build', '')).toEqual(['通讯/'])
  expect(await suggested('build', '通讯/')).toEqual(['通讯/第1期/'])
  expect(await suggested('check', '通讯/第1期/')).toEqual(['通讯/第1期/1.md', '通讯/第1期/images/'])
})

it('suggests no name that is a command: the script for bash expands what is suggested', async () => {
  const names = [
    '$(touch ran)',
    '`touch ran`',
    'a;touch ran',
    'a|b',
    'a&b',
    'a>b',
    '"',
    '\\',
    '\u001b[2J',
  ]
  const usual = ['第3期（送审）/', '第3期(送审)/', '2021 年/', '第3期-改/']
  for (const name of names) writeFiles(cwd, { [`名字/${name}/1.md`]: '正文' })
  for (const name of usual) writeFiles(cwd, { [`名字/${name}1.md`]: '正文' })
  const found = await suggested('build', '名字/')
  expect(found.sort()).toEqual(usual.map((name) => `名字/${name}`).sort())
})

it.each(['bash', 'zsh', 'fish', 'powershell'])(
  'prints a script for %s that asks this program',
  async (shell) => {
    const { stdout, stderr, code } = await bulletin(['completion', shell], { cwd })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/bulletin/)
    expect(stdout).toMatch(/complete/)
  },
)

it('names the shells when another is typed', async () => {
  const { stderr, code } = await bulletin(['completion', 'csh'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('bash、zsh、fish、powershell')
})
