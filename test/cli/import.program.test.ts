import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import which from 'which'
import { emf, lineTo } from '../kit/metafiles.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import { paragraph, picture, wordFile } from '../kit/word.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const scratch = workspace('import')
const word = join(root, 'fixtures/word')
const libreOffice = which.sync('soffice', { nothrow: true })
const settings =
  '刊名: 群众文化通讯\n期号: 3\n日期: 2021-06-28\n栏目: [工作交流, 调查研究, 简讯]\nfonts: bundled\n'

/** A folder of its own for a test. */
const folderFor = (name: string): string => {
  const folder = join(scratch, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

const talk = (text = '馆里举办讲座，到场二百多人，大家都听得认真。') =>
  wordFile({ body: paragraph('城东区举办讲座', '<w:jc w:val="center"/>') + paragraph(text) })

const articlesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('bulletin import', () => {
  it('puts no picture where images/ is a link out of the issue', async () => {
    const cwd = folderFor('linked')
    const outside = folderFor('linked-outside')
    const png = await sharp({
      create: { width: 90, height: 60, channels: 3, background: '#c42' },
    })
      .png()
      .toBuffer()
    const body = paragraph('讲座') + paragraph(picture('a'))
    writeFiles(cwd, { '稿.docx': wordFile({ body, media: { 'a.png': png } }), 'issue/1.md': '' })
    symlinkSync(outside, join(cwd, 'issue/images'))
    const { code, stderr } = await bulletin(['import', '稿.docx', '-o', 'issue'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('指向文件夹之外的链接')])
    expect([readdirSync(outside), articlesIn(join(cwd, 'issue'))]).toEqual([[], ['1.md']])
  })

  it('makes an issue of a month of manuscripts, which checks and builds with nothing typed', async () => {
    const cwd = folderFor('month')
    writeFiles(cwd, { 'issue-55/bulletin.yaml': settings })
    const run = await bulletin(['import', join(word, '投稿'), '-o', 'issue-55'], { cwd })
    expect(run).toMatchObject({ code: 0, stdout: '' })
    expect(run.stderr).toContain('14 篇稿件、2 张图片写到了 issue-55')
    expect(articlesIn(join(cwd, 'issue-55'))).toHaveLength(14)
    const check = await bulletin(['check', '--fix', 'issue-55'], { cwd })
    expect(check.code).toBe(0)
    const build = await bulletin(['build', 'issue-55'], { cwd })
    expect(build.code).toBe(0)
    const { pages } = await readPdf(readFileSync(join(cwd, 'issue-55.pdf')))
    const text = pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '')
    for (const words of [
      '工作交流',
      '（一）贴在门口',
      '（城东区文化馆陈思）',
      '（市图书馆白露）',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('leaves an article that is there alone, unless it is told otherwise', async () => {
    const cwd = folderFor('there')
    writeFiles(cwd, { 'a.docx': talk(), '07-城东区举办讲座.md': '我改过的稿件\n' })
    const refused = await bulletin(['import', 'a.docx'], { cwd })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('“07-城东区举办讲座.md”已经有了，没有动它')
    expect(readFileSync(join(cwd, '07-城东区举办讲座.md'), 'utf8')).toBe('我改过的稿件\n')
    expect((await bulletin(['import', 'a.docx', '--force'], { cwd })).code).toBe(0)
    expect(articlesIn(cwd)).toEqual(['07-城东区举办讲座.md'])
    expect(readFileSync(join(cwd, '07-城东区举办讲座.md'), 'utf8')).toContain('到场二百多人')
  })

  it('writes the others when a file cannot be read, and says what to do with it', async () => {
    const cwd = folderFor('broken')
    writeFiles(cwd, {
      '投稿/a.docx': talk(),
      '投稿/b.docx': '不是 Word 文件',
      '投稿/~$a.docx': 'x',
    })
    const run = await bulletin(['import', '投稿', '-o', '一期', '--section', '要闻'], { cwd })
    expect(run.code).toBe(1)
    expect(run.stderr).toContain(
      '投稿/b.docx  没有导入\n  不是完整的 Word 文件，打不开。\n  改法：',
    )
    expect(articlesIn(join(cwd, '一期'))).toEqual(['01-城东区举办讲座.md'])
    expect(readFileSync(join(cwd, '一期/01-城东区举办讲座.md'), 'utf8')).toContain('栏目: 要闻')
  })

  it('writes everything or nothing', async () => {
    const cwd = folderFor('whole')
    // A file is where the pictures must go.
    writeFiles(cwd, { 'issue/images': '', 'issue/bulletin.yaml': settings })
    const run = await bulletin(['import', join(word, '投稿'), '-o', 'issue'], { cwd })
    expect(run.code).toBe(3)
    expect(readdirSync(join(cwd, 'issue')).sort()).toEqual(['bulletin.yaml', 'images'])
  })

  it('makes bulletin.yaml of a red head, but changes none that is there', async () => {
    const cwd = folderFor('red')
    const file = join(word, 'shapes/wps-red-head.docx')
    expect((await bulletin(['import', file, '-o', 'new'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'new/bulletin.yaml'), 'utf8')).toBe(
      '模板: briefing\n刊名: 群众文化简报\n期号: 7\n总期号: 31\n主办: 市群众文化协会\n日期: "2021年6月28日"\n',
    )
    writeFiles(cwd, { 'old/bulletin.yaml': settings })
    const run = await bulletin(['import', file, '-o', 'old', '--section', '要闻'], { cwd })
    expect(run.stderr).toContain('报头；已经有了 bulletin.yaml，没有改它：“群众文化简报')
    expect(readFileSync(join(cwd, 'old/bulletin.yaml'), 'utf8')).toBe(settings)
  })

  it('crops and turns pictures, takes bitmaps out of metafiles, and names what it cannot bring', async () => {
    const cwd = folderFor('pictures')
    const words = ['import', join(word, 'shapes/word-pictures.docx'), '--json']
    const run = await bulletin(words, { cwd, env: { PATH: '' } })
    expect(run.code).toBe(1)
    const [file] = JSON.parse(run.stdout).files
    expect(readFileSync(join(cwd, file.article), 'utf8')).toContain(
      '\n\n<!-- 这里少一张图片：image4.emf -->\n\n',
    )
    const sizes = await Promise.all(
      file.pictures.map(async (path: string) => {
        const { width, height } = await sharp(join(cwd, path)).metadata()
        return [width, height]
      }),
    )
    expect(sizes).toEqual([
      [300, 150],
      [300, 400],
      [400, 300],
      [300, 300],
      [400, 300],
      [8, 6],
      [8, 6],
    ])
    const lost = file.notes.filter(({ kind }: { kind: string }) => kind === 'lost')
    expect(lost.map(({ reason }: { reason: string }) => reason)).toEqual([
      expect.stringContaining('图片只是一个链接'),
      expect.stringContaining('EMF/WMF 矢量图'),
    ])
  })

  it('only tells with --dry-run', async () => {
    const cwd = folderFor('dry')
    writeFiles(cwd, { 'a.docx': talk() })
    const run = await bulletin(['import', 'a.docx', '-o', '一期', '--dry-run'], { cwd })
    expect(run.stderr).toContain('会写 1 篇稿件到 一期；去掉 --dry-run 就写')
    expect(existsSync(join(cwd, '一期'))).toBe(false)
  })

  it('makes of a pasted answer what its marks mean', async () => {
    const cwd = folderFor('pasted')
    const text = [
      '# 城东区"流动客厅"受欢迎',
      '',
      '今年以来,城东区文化馆办起了流动客厅,**效果很好**。',
      '## **一、主要做法**',
      '1. **送到院子**：每周去三个院子,一个月走一遍。',
      '2. **送到工地**：晚上七点以后去,工人下了班就来。',
      '---',
      '（城东区文化馆 陈思）',
    ].join('\n')
    writeFiles(cwd, { '文.txt': text })
    const run = await bulletin(['import', '文.txt', '--section', '要闻'], { cwd })
    expect(run.code).toBe(0)
    expect(run.stderr).toContain('一个不差')
    const [name = ''] = articlesIn(cwd)
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(
      [
        '---\n标题: 城东区“流动客厅”受欢迎\n栏目: 要闻\n单位: 城东区文化馆\n作者: 陈思\n---\n',
        '今年以来，城东区文化馆办起了流动客厅，**效果很好**。\n',
        '## 一、主要做法\n',
        '1.**送到院子**：每周去三个院子，一个月走一遍。\n',
        '2.**送到工地**：晚上七点以后去，工人下了班就来。\n',
      ].join('\n'),
    )
  })

  it('gives a Markdown file the front-matter that it lacks', async () => {
    const cwd = folderFor('markdown')
    writeFiles(cwd, {
      'a.md': '新馆开馆\n\n6月15日，新馆开馆。\n',
      'b.md': '---\n标题: 旧馆闭馆\n---\n\n旧馆闭馆了。\n',
    })
    const run = await bulletin(['import', 'a.md', 'b.md', '-o', '期', '--section', '要闻'], { cwd })
    expect(run.code).toBe(0)
    const read = (name: string) => readFileSync(join(cwd, '期', name), 'utf8')
    expect(read('01-新馆开馆.md')).toBe(
      '---\n标题: 新馆开馆\n栏目: 要闻\n---\n\n6月15日，新馆开馆。\n',
    )
    expect(read('02-旧馆闭馆.md')).toBe('---\n标题: 旧馆闭馆\n栏目: 要闻\n---\n\n旧馆闭馆了。\n')
  })

  it('takes the pictures of Markdown and of a text along, but none from outside of its folder', async () => {
    const cwd = folderFor('beside')
    const square = { create: { width: 40, height: 40, channels: 3, background: '#08f' } } as const
    const blue = await sharp(square).png().toBuffer()
    writeFiles(cwd, {
      '投稿/新馆.md': [
        '新馆开馆\n',
        '![大门](图/大 门.png) ![大门](%E5%9B%BE/%E5%A4%A7%20%E9%97%A8.png)\n'.replace(
          '大 门',
          '大%20门',
        ),
        '![][侧门]\n\n[侧门]: 图\\侧门.png "width=40%"\n',
        '<img src="图/侧门.png">\n',
        '![上面的](../秘密.png) ![没有的](图/没有.png) ![网上的](https://example.org/a.png)\n',
      ].join('\n'),
      '投稿/旧馆.txt':
        '旧馆闭馆\n\n旧馆昨天闭馆，门口站满了人。\n\n![旧馆的门](图/侧门.png)\n\n![](没有.png)\n',
      '投稿/图/大 门.png': blue,
      '投稿/图/侧门.png': await sharp(blue).negate().png().toBuffer(),
      '秘密.png': blue,
    })
    const words = ['import', '投稿/新馆.md', '投稿/旧馆.txt', '-o', '期', '--section', '要闻']
    const run = await bulletin(words, { cwd })
    expect(run.code).toBe(1)
    for (const said of [
      '第11行 → 01-新馆开馆.md:14  图片“../秘密.png”不在稿件的文件夹里，没有带过来',
      '没有找到图片“图/没有.png”',
      '第7行 → 02-旧馆闭馆.md:8  没有找到图片“没有.png”：放回稿件旁边再导入，或者改正文件名：“![](没有.png)”',
    ])
      expect.soft(run.stderr).toContain(said)
    const read = (name: string) => readFileSync(join(cwd, '期', name), 'utf8')
    expect(read('01-新馆开馆.md')).toBe(
      [
        '---\n标题: 新馆开馆\n栏目: 要闻\n---\n',
        '![大门](images/01-新馆开馆-1.png) ![大门](images/01-新馆开馆-1.png)\n',
        '![][侧门]\n\n[侧门]: images/01-新馆开馆-2.png "width=40%"\n',
        '<img src="images/01-新馆开馆-2.png">\n',
        '![上面的](../秘密.png) ![没有的](图/没有.png) ![网上的](https://example.org/a.png)\n',
      ].join('\n'),
    )
    expect(read('02-旧馆闭馆.md')).toContain('\n\n![旧馆的门](images/02-旧馆闭馆-1.png)\n')
    expect(readdirSync(join(cwd, '期/images'))).toHaveLength(3)
    expect(readFileSync(join(cwd, '期/images/01-新馆开馆-1.png'))).toEqual(blue)
  })

  it('says in one sentence what to save as where there is no LibreOffice', async () => {
    const cwd = folderFor('old')
    writeFiles(cwd, { 'a.rtf': '{\\rtf1 text}' })
    const run = await bulletin(['import', 'a.rtf'], { cwd, env: { PATH: '' } })
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('“另存为”时类型选 .docx，再导入。')
  })

  it.skipIf(!libreOffice)(
    'reads files of other programs through LibreOffice',
    async () => {
      const cwd = folderFor('rtf')
      const text =
        '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 SimSun;}}\\pard\\qc Talk\\par\\pard The hall was full and all listened.\\par}'
      writeFiles(cwd, { 'a.rtf': text })
      const run = await bulletin(['import', 'a.rtf', '--section', '要闻'], { cwd })
      expect(run.code).toBe(0)
      expect(readFileSync(join(cwd, '01-Talk.md'), 'utf8')).toContain('The hall was full')
      expect(run.stderr).toContain('.rtf 先用 LibreOffice 转成 .docx 再读')
    },
    120_000,
  )

  it.skipIf(!libreOffice || !existsSync(join(dirname(realpathSync(libreOffice)), 'libsdlo.so')))(
    'draws metafiles through LibreOffice, and asks to look at them',
    async () => {
      const cwd = folderFor('drawing')
      const drawing = emf(lineTo())
      const body =
        paragraph('画出来的图') + paragraph('下面是一张画出来的图。') + paragraph(picture('v'))
      writeFiles(cwd, { 'a.docx': wordFile({ body, media: { 'v.emf': drawing } }) })
      const run = await bulletin(['import', 'a.docx', '--section', '要闻'], { cwd })
      expect(run.code).toBe(0)
      expect(run.stderr).toContain('矢量图用 LibreOffice 画成了 PNG')
      const [drawn = ''] = readdirSync(join(cwd, 'images'))
      const { width, height } = await sharp(join(cwd, 'images', drawn)).metadata()
      expect(Math.abs(width - height)).toBeLessThan(3)
    },
    120_000,
  )

  it('brings what was changed in Word into the article with --update', async () => {
    const cwd = folderFor('update')
    const before =
      '---\n标题: 城东区举办讲座\n栏目: 要闻\n---\n\n馆里举办讲座，\n到场**二百多人**。\n\n大家都听得认真。\n'
    const word = wordFile({
      body: ['城东区举办讲座', '馆里举办讲座，到场二百多人。', '大家都听得很认真，还提了问题。']
        .map((text) => paragraph(text))
        .join(''),
    })
    writeFiles(cwd, { '03-讲座.md': before, '修改稿.docx': word })
    const words = ['import', '--update', '修改稿.docx', '03-讲座.md']
    const dry = await bulletin([...words, '--dry-run'], { cwd })
    expect(dry.stderr).toContain('会改 1 处：03-讲座.md')
    expect(readFileSync(join(cwd, '03-讲座.md'), 'utf8')).toBe(before)
    const run = await bulletin(words, { cwd })
    expect(run.code).toBe(0)
    expect(run.stderr).toContain(
      '03-讲座.md:9  改了：“大家都听得认真。” 改成 “大家都听得很认真，还提了问题。”',
    )
    expect(readFileSync(join(cwd, '03-讲座.md'), 'utf8')).toBe(
      before.replace('大家都听得认真。', '大家都听得很认真，还提了问题。'),
    )
    expect((await bulletin(words, { cwd })).stderr).toContain('没有改动：03-讲座.md')
  })

  it.each([
    [['--update', 'a.docx'], '--update 后面要写两个文件'],
    [[], '没有写要导入哪些稿件'],
    [['没有.docx'], '没有“没有.docx”这个文件'],
    [['a.docx', '--changes', 'maybe'], '要写 accept、reject 之一'],
  ])('is told what is wrong with its words: %j', async (words, said) => {
    const cwd = folderFor('words')
    writeFileSync(join(cwd, 'a.docx'), talk())
    const run = await bulletin(['import', ...words], { cwd })
    expect(run.code).toBe(2)
    expect(run.stderr).toContain(said)
  })
})
