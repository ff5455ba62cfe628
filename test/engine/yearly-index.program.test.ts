import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const cwd = workspace('yearly-index')
writeFiles(cwd, {
  'bulletin.yaml': 'title: 工作通讯\nfonts: bundled\nsections: [要闻]\n',
  'issue-1/bulletin.yaml': 'number: 1\ndate: 2021-03-28\n',
  'issue-1/1.md': '---\ntitle: 一篇\nsection: 要闻\nauthor: 陈思\n---\n\n正文。\n',
  'issue-2/bulletin.yaml': 'number: 2\ndate: 2021-06-28\n',
  'issue-2/1.md': '---\ntitle: 另一篇\nsection: 要闻\n---\n\n![图](没有.png)\n',
  'issue-0/bulletin.yaml': 'number: 6\ndate: 2020-12-28\n',
  'issue-0/1.md': '---\ntitle: 去年\nsection: 要闻\n---\n\n正文。\n',
})
const index = (...words: string[]) => bulletin(['index', ...words], { cwd })

describe('bulletin index', () => {
  it('of the issues of a year; nothing is written beside them', async () => {
    const { code, stdout, stderr } = await index('issue-0', 'issue-1', '--year', '2021')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toBe(
      '工作通讯 2021年总目录，第1期（总第1期）\n\n     【要闻】\n1·3  一篇      陈思\n\n【作者索引】\nC  陈思  1·3\n',
    )
    expect(existsSync(join(cwd, 'issue-1.pdf'))).toBe(false)
  })

  it('an issue that is not built is named, and no index is written', async () => {
    const { code, stderr } = await index('issue-1', 'issue-2', '-o', '总目录.pdf', '--csv', 'a.csv')
    expect(code).toBe(1)
    expect(stderr).toContain('没有.png')
    expect(stderr).toContain('没有总目录：issue-2 排不出来，页码不知道。')
    expect(existsSync(join(cwd, '总目录.pdf')) || existsSync(join(cwd, 'a.csv'))).toBe(false)
    const json = JSON.parse((await index('issue-2', '--json')).stdout)
    expect(json).toMatchObject({ failed: ['issue-2'], exitCode: 1 })
  })

  it.each([
    [['issue-1', '--year', '2019'], '没有2019年的一期。'],
    [['issue-1', '--csv', 'a.md'], '--csv 不能存成“a.md”。'],
    [['issue-1', '-o', 'issue-1/1.md'], '不是 PDF 的文件名'],
    [
      ['issue-1', '--by', 'page'],
      '要写 section、issue 中的一个。\n改法：运行 bulletin index --help',
    ],
    [['issue-1', '--markdown', 'issue-1/1.md'], '“issue-1/1.md”已经有了，不是总目录，没有动它。'],
    [[], '没有写“各期的文件夹”。'],
  ])('%j is refused', async (words, message) => {
    const { code, stderr } = await index(...words)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
