import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulletin } from '../kit/program.js'
import { hasTerminal, onTerminal } from '../kit/terminal-session.js'
import { paragraph, run, wordFile } from '../kit/word.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const scratch = workspace('import-terminal')
const manuscript = (title: string, more = '') =>
  wordFile({
    body:
      paragraph(title, '<w:jc w:val="center"/>') +
      paragraph('馆里举办讲座，到场二百多人，大家都听得认真。') +
      more,
  })

/** A folder with an issue of two sections, and two manuscripts. */
function folderFor(name: string): string {
  const cwd = join(scratch, name)
  mkdirSync(cwd, { recursive: true })
  return writeFiles(cwd, {
    '期/bulletin.yaml': '刊名: 工作通讯\n栏目: [要闻, 工作交流]\n',
    '投稿/1.docx': manuscript('城东区举办讲座'),
    '投稿/2.docx': manuscript('城西区举办讲座', paragraph(run('编', '<w:vanish/>'))),
  })
}
const section = (cwd: string, name: string) =>
  /^栏目: (.*)$/m.exec(readFileSync(join(cwd, '期', name), 'utf8'))?.[1]

describe.skipIf(!hasTerminal)('bulletin import on a terminal', () => {
  it('asks for the section of each article, among those of the issue', async () => {
    const cwd = folderFor('asks')
    const { code, screen } = await onTerminal(['import', '投稿', '-o', '期'], {
      cwd,
      answers: [
        { when: '“城东区举办讲座”属于哪个栏目', type: '\r' },
        { when: '“城西区举办讲座”属于哪个栏目', type: '\u001b[B\r' },
      ],
    })
    expect(code).toBe(0)
    expect(section(cwd, '01-城东区举办讲座.md')).toBe('要闻')
    expect(section(cwd, '02-城西区举办讲座.md')).toBe('工作交流')
    expect(screen).toContain('◇  “城西区举办讲座”属于哪个栏目\n│  工作交流\n')
    expect(screen).toContain('2 篇稿件写到了 期。')
    expect(screen).not.toMatch(/navigate|confirm/)
    // The line that says which file is being read is gone.
    expect(screen).not.toContain('[1/2]')
  })

  it('asks for a name where the issue has no sections, and takes an empty answer for later', async () => {
    const cwd = folderFor('names')
    const { code, screen } = await onTerminal(['import', '投稿', '-o', '新'], {
      cwd,
      answers: [
        { when: '“城东区举办讲座”属于哪个栏目', type: '要闻\r' },
        { when: '“城西区举办讲座”属于哪个栏目', type: '\r' },
      ],
    })
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, '新/01-城东区举办讲座.md'), 'utf8')).toContain('栏目: 要闻\n')
    expect(readFileSync(join(cwd, '新/02-城西区举办讲座.md'), 'utf8')).not.toContain('栏目')
    expect(screen).toContain('不知道是哪个栏目，在开头的 --- 区里补上')
  })

  it('writes nothing after Ctrl-C', async () => {
    const cwd = folderFor('stops')
    const { code, screen } = await onTerminal(['import', '投稿', '-o', '新'], {
      cwd,
      answers: [{ when: '属于哪个栏目', type: '\u0003' }],
    })
    expect(code).toBe(130)
    expect(screen).toContain('没有写任何文件。')
    expect(existsSync(join(cwd, '新'))).toBe(false)
  })

  it('is in colour, unless --no-color says otherwise', async () => {
    const cwd = folderFor('color')
    writeFiles(cwd, { '坏.docx': '不是 Word 文件' })
    const red = '\u001b[31m没有导入'
    expect((await onTerminal(['import', '坏.docx'], { cwd })).written).toContain(red)
    const plain = await onTerminal(['import', '坏.docx', '--no-color'], { cwd })
    expect(plain.screen).toContain('坏.docx  没有导入')
    expect(plain.written).not.toContain(red)
  })
})

describe('bulletin import -q', () => {
  it('says nothing when all was brought over, and only what was not', async () => {
    const cwd = folderFor('quiet')
    const words = ['import', '投稿', '-o', '期', '--section', '要闻', '-q']
    expect(await bulletin(words, { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
    writeFiles(cwd, { '丙.docx': manuscript('新馆开馆', lost), '坏.docx': '不是 Word 文件' })
    const { code, stderr } = await bulletin(['import', '丙.docx', '坏.docx', '-o', '另', '-q'], {
      cwd,
    })
    expect(code).toBe(1)
    expect(stderr.split('\n').map((line) => line.trim())).toEqual([
      '丙.docx → 另/01-新馆开馆.md',
      '没有能带过来的',
      expect.stringContaining('图表没有带过来'),
      '',
      '坏.docx  没有导入',
      '不是完整的 Word 文件，打不开。',
      expect.stringContaining('改法：'),
      '',
      '',
    ])
  })
})

const lost = paragraph(
  '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
)
