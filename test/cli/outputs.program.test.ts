import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { article } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('outputs')
const posix = process.platform !== 'win32'

beforeAll(async () => {
  writeFiles(folder, {
    'bulletin.yaml': '刊名: 工作通讯\n模板: ./look\n',
    'issue-9/bulletin.yaml': '期号: 9\n',
    'issue-9/01-开馆.md': article({ title: '开馆' }, '正文。\n\n![门口](images/a.jpg)'),
    'issue-9/images/a.jpg': await drawing(50, 50),
    'look/page.hbs': '模板',
    'look/styles/colours.css': ':root {}',
    'a-file': '文字',
  })
  mkdirSync(join(folder, 'taken.pdf'))
  symlinkSync('issue-9/01-开馆.md', join(folder, 'link.pdf'))
  symlinkSync('issue-9/01-开馆.md', join(folder, 'link.html'))
  symlinkSync('issue-9/images', join(folder, 'folder.pdf'))
  linkSync(join(folder, 'issue-9/01-开馆.md'), join(folder, 'hard.pdf'))
  linkSync(join(folder, 'issue-9/01-开馆.md'), join(folder, 'hard.html'))
  if (posix) {
    symlinkSync('/dev/null', join(folder, 'null.pdf'))
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')])
  }
})

/** Names and contents of all regular files in the folder. */
const everything = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path, readFileSync(join(folder, path), 'latin1')])

const refused: [words: string, said: RegExp][] = [
  ['-o issue-9/01-开馆.md', /“issue-9\/01-开馆.md”不是 PDF 的文件名，没有动它/],
  ['-o issue-9/01-开馆.MD', /写成|以 .pdf 结尾：-o issue-9\/01-开馆.pdf。/],
  ['-o issue-9/bulletin.yaml', /不是 PDF 的文件名/],
  ['-o bulletin.yaml', /不是 PDF 的文件名/],
  ['-o issue-9/images/a.jpg', /不是 PDF 的文件名/],
  ['-o look/page.hbs', /不是 PDF 的文件名/],
  ['-o look/styles/colours.css', /不是 PDF 的文件名/],
  ['-o 第9期.docx', /以 .pdf 结尾：-o 第9期.pdf。/],
  ['-o 第9期', /以 .pdf 结尾：-o 第9期.pdf。/],
  [
    '-o issue-9',
    /“issue-9”是一个文件夹，不能写成 PDF。\n改法：写成 -o issue-9.pdf；.*--out-dir issue-9/,
  ],
  ['-o new/', /“new\/”是一个文件夹/],
  ['-o .', /“.”是一个文件夹/],
  ['-o taken.pdf', /“taken.pdf”是一个文件夹/],
  ['-o folder.pdf', /“folder.pdf”是一个文件夹/],
  ['-o link.pdf', /“link.pdf”是指向“01-开馆.md”的链接/],
  ['-o hard.pdf', /硬链接/],
  ['-o a-file/x.pdf', /“a-file”是文件，不是文件夹/],
  ['--out-dir issue-9/01-开馆.md', /“01-开馆.md”是文件，不是文件夹/],
  [
    '--html issue-9/images/a.jpg',
    /不是 HTML 的文件名，没有动它。\n改法：.*--html issue-9\/images\/a.html/,
  ],
  ['--html issue-9/01-开馆.md', /不是 HTML 的文件名/],
  ['--html issue-9', /“issue-9”是一个文件夹，不能写成 HTML/],
  ['--html link.html', /“link.html”是指向“01-开馆.md”的链接/],
  ['--html hard.html', /硬链接/],
  ['-o x.pdf --html x.pdf', /“x.pdf”不是 HTML 的文件名/],
  ['--trace issue-9/bulletin.yaml', /不是 Trace Event 的文件名/],
]
if (posix) {
  refused.push(
    ['-o /dev/null', /不是 PDF 的文件名/],
    ['-o null.pdf', /“null.pdf”不是普通文件/],
    ['-o pipe.pdf', /“pipe.pdf”不是普通文件/],
  )
}

describe('an output is no file that a build reads, no folder and no device', () => {
  it.each(refused)('build issue-9 %s', async (words, said) => {
    const before = everything()
    const run = await bulletin(['build', 'issue-9', ...words.split(' ')], { cwd: folder })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(said)
    expect(run.stderr).toMatch(/\n改法：[^\n]+。\n$/)
    expect(everything()).toEqual(before)
  })

  it.each([
    ['a file', 'issue-9/01-开馆.md'],
    ['something under a file', 'issue-9/bulletin.yaml/look'],
    ['an issue', 'issue-9'],
  ])('template eject to %s', async (_, to) => {
    const before = everything()
    const run = await bulletin(['template', 'eject', 'briefing', to], { cwd: folder })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('改法：')
    expect(everything()).toEqual(before)
  })
})
