import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IssueReport } from '../../../src/model/report.js'
import { imported } from '../../kit/imported.js'
import { article, prose } from '../../kit/manuscript.js'
import type { PageText } from '../../kit/page-texts.js'
import { pageTexts } from '../../kit/page-texts.js'
import { drawing } from '../../kit/pictures.js'
import { bulletin } from '../../kit/program.js'
import type { WordFile } from '../../kit/read-word.js'
import { allOf, outOfOrder, readWord, styledAs, wordText } from '../../kit/read-word.js'
import { copyFixture, root, workspace, writeFiles } from '../../kit/workspace.js'

const folder = workspace('docx')
const out = join(folder, 'out')

/** Every construct that an article can have, in an issue whose articles run on. */
const everything = {
  'bulletin.yaml': [
    '刊名: 工作通讯',
    '期号: 3',
    '日期: 2021-06-28',
    '封面: cover.png',
    '起始页: flow',
    '字体: bundled',
    '编辑: { 主编: 陈 思 }',
    '分发: { 送: 各单位 }',
  ].join('\n'),
  '1.md': article(
    { title: '写法大全', section: '交流', unit: '甲馆' },
    [
      '正文**加粗**、*楷体*、<u>下划线</u>、~~删除~~、H~2~O、x^2^、`code`、<kbd>Ctrl</kbd>、<mark>标记</mark>、<small>小字</small>、<ruby>汉<rt>hàn</rt></ruby>[链接](https://example.org/a)，脚注[^1]再来[^1]，“引号”与 "quote" 各一。',
      '## 一、小标题',
      '### （一）二级',
      '#### 1. 三级',
      '##### （1）四级',
      '> 按：这是按语，**要紧**。',
      '> 这是引文。',
      '1. 第一\n2. 第二\n   1. 里面\n   - 点\n\n- [x] 办了\n- [ ] 没办',
      '```\nlet a = 1 < 2\n\tb\n```',
      '行内公式 $\\frac{a}{b}+\\sqrt{x}$ 和',
      '$$\\sum_{i=1}^n x_i^2$$',
      '| 甲 | 乙 | 丙 |\n| --- | :-: | --: |\n| 左 | 合并 | 1 |\n| ^ | 二 | 2 |',
      '| 又一表 | 乙 |\n| --- | --- |\n| > | 横跨 |',
      '![一只猫](a.png)',
      '![左](a.png) ![右](a.png)',
      '![扫码](qr:https://example.org)',
      '一行诗<br>又一行',
      '<!-- landscape -->',
      '| 宽 | 表 |\n| --- | --- |\n| 1 | 2 |',
      '<!-- /landscape -->',
      '结尾。\n\n<!-- page-break -->\n\n另一页。',
      '[^1]: 注文，见[^2]。\n[^2]: 注里的注。',
    ].join('\n\n'),
  ),
  '2.md': article(
    { title: '第二篇', section: '交流', unit: '乙馆' },
    `${prose(30)}\n\n再注[^1]。\n\n[^1]: 第二篇的注。`,
  ),
  '3.md': article({ title: '简讯一', section: '简讯', unit: '丙馆' }, '简讯的正文。'),
}

const names = [
  'everything',
  'issue-54',
  'briefing-19',
  'notice-7',
  'letter',
  'minutes',
  'joint-issue',
] as const
type Name = (typeof names)[number]
const words = new Map<Name, WordFile>()
const bytes = new Map<Name, Buffer>()
const reports = new Map<Name, IssueReport>()
const pdfs = new Map<Name, PageText[]>()
const word = (name: Name): WordFile => words.get(name) as WordFile

beforeAll(async () => {
  writeFiles(join(folder, 'everything'), {
    ...everything,
    'a.png': await drawing(60, 40),
    'cover.png': await drawing(210, 297),
  })
  const folders = names.map((name) =>
    name === 'everything' ? join(folder, name) : copyFixture(name, folder),
  )
  mkdirSync(out)
  const run = await bulletin([
    'build',
    ...folders,
    '--format',
    'docx,pdf',
    '--out-dir',
    out,
    '--json',
  ])
  for (const line of run.stdout.split('\n').filter(Boolean)) {
    const report = JSON.parse(line) as IssueReport
    const name = names[folders.indexOf(report.issue)] as Name
    if (!report.files) throw new Error(`${name}: ${JSON.stringify(report.diagnostics, null, 1)}`)
    reports.set(name, report)
  }
  for (const name of names) {
    const made = readFileSync(join(out, `${name}.docx`))
    bytes.set(name, made)
    words.set(name, readWord(made))
    pdfs.set(name, await pageTexts(join(out, `${name}.pdf`)))
  }
})

describe.each(names)('the Word file of %s', (name) => {
  it('has the elements of every part in the order of the schema', () => {
    const found = [...word(name).parts].flatMap(([part, xml]) =>
      outOfOrder(xml).map((what) => `${part}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it('names an East Asian face on every run, and no face of a theme', () => {
    for (const [part, xml] of word(name).parts) {
      const fonts = allOf(xml, 'w:r').map((run) => allOf(run, 'w:rFonts')[0]?.attributes ?? {})
      expect(
        fonts.every((one) => one['w:eastAsia'] !== undefined),
        part,
      ).toBe(true)
      const theme = allOf(xml, 'w:rFonts').flatMap(({ attributes }) =>
        Object.keys(attributes).filter((key) => key.endsWith('Theme')),
      )
      expect(theme).toEqual([])
    }
  })

  it('refers to nothing that it does not hold, and numbers nothing twice', () => {
    const { parts, files, document } = word(name)
    for (const part of ['document', 'footnotes']) {
      const relations = parts.get(`word/_rels/${part}.xml.rels`)
      const known = relations ? allOf(relations, 'Relationship') : []
      const ids = new Set(known.map(({ attributes }) => attributes.Id))
      const xml = parts.get(`word/${part}.xml`)
      const used = xml
        ? [
            ...allOf(xml, 'a:blip'),
            ...allOf(xml, 'w:hyperlink'),
            ...allOf(xml, 'w:footerReference'),
          ].flatMap(({ attributes }) => attributes['r:embed'] ?? attributes['r:id'] ?? [])
        : []
      expect(used.filter((id) => !ids.has(id))).toEqual([])
      const inside = known.filter(({ attributes }) => attributes.TargetMode !== 'External')
      for (const { attributes } of inside)
        expect(Object.keys(files)).toContain(`word/${attributes.Target}`)
    }
    const anchors = allOf(document, 'w:hyperlink').flatMap(
      ({ attributes }) => attributes['w:anchor'] ?? [],
    )
    const bookmarks = allOf(document, 'w:bookmarkStart').map(
      ({ attributes }) => attributes['w:name'],
    )
    expect(bookmarks).toEqual(expect.arrayContaining(anchors))
    for (const [part, kind] of [
      ['document', 'w:bookmarkStart'],
      ['document', 'wp:docPr'],
      ['footnotes', 'w:footnote'],
    ] as const) {
      const numbered = allOf(parts.get(`word/${part}.xml`) ?? document, kind)
      const ids = numbered.map(({ attributes }) => attributes['w:id'] ?? attributes.id)
      expect(new Set(ids).size, kind).toBe(ids.length)
    }
  })

  it('holds the letters of the pages, each as often', () => {
    const { parts, document } = word(name)
    const notes = parts.get('word/footnotes.xml')
    const written = countLetters(wordText(document) + (notes ? wordText(notes) : ''))
    const printed = countLetters(
      pdfs
        .get(name)
        ?.map(({ text }) => text)
        .join('') ?? '',
    )
    expect(difference(written, printed)).toEqual([])
  })

  it('is read by our own importer without losing a letter', () => {
    const { letters } = imported(bytes.get(name) as Buffer)
    expect(letters).toMatchObject({ missing: '', extra: '' })
  })
})

describe('the Word file of every construct', () => {
  const styles = ({ document }: WordFile) =>
    allOf(document, 'w:pStyle').map(({ attributes }) => attributes['w:val'])

  it('has headings of the built-in styles, for the navigation pane', () => {
    const file = word('everything')
    expect(styledAs(file, 'Heading1')).toEqual(['交流', '简讯'])
    expect(styledAs(file, 'Heading2')).toEqual(['写法大全', '第二篇'])
    expect(styledAs(file, 'Heading3')).toEqual(['一、小标题'])
    expect(styledAs(file, 'Heading6')).toEqual(['（1）四级'])
    const outlines = allOf(file.parts.get('word/styles.xml') as never, 'w:outlineLvl')
    expect(outlines.map(({ attributes }) => attributes['w:val'])).toEqual([...'012345'])
  })

  it('has the contents as a field that shows the proved pages', () => {
    const rows = styledAs(word('everything'), 'TOC2')
    const pages = new Map(
      reports.get('everything')?.articles.map(({ title, page }) => [title, page]),
    )
    expect(rows).toEqual(['写法大全', '第二篇'].map((title) => `${title}${pages.get(title)}`))
    const fields = allOf(word('everything').document, 'w:instrText').map(({ children }) =>
      children.join(''),
    )
    expect(fields[0]).toBe(' TOC \\o "1-2" \\h \\z \\u ')
    expect(
      allOf(word('everything').document, 'w:fldChar').some(
        ({ attributes }) => attributes['w:dirty'],
      ),
    ).toBe(false)
  })

  it('joins the cells of tables, and repeats their heads', () => {
    const { document } = word('everything')
    const [first, second] = allOf(document, 'w:tbl')
    expect(allOf(first as never, 'w:vMerge').map(({ attributes }) => attributes['w:val'])).toEqual([
      'restart',
      undefined,
    ])
    expect(allOf(first as never, 'w:tblHeader')).toHaveLength(1)
    expect(
      allOf(second as never, 'w:gridSpan').map(({ attributes }) => attributes['w:val']),
    ).toEqual(['2'])
  })

  it('has lines of exact height, but not in tables, and first lines indented by characters', () => {
    const file = word('everything')
    const xml = file.parts.get('word/styles.xml') as never
    const rules = new Map(
      allOf(xml, 'w:style').map((one) => [
        one.attributes['w:styleId'],
        allOf(one, 'w:spacing').find(({ attributes }) => attributes['w:line'])?.attributes,
      ]),
    )
    expect(rules.get('Normal')).toMatchObject({ 'w:line': '510', 'w:lineRule': 'exact' })
    expect(rules.get('TableText')).toMatchObject({ 'w:lineRule': 'atLeast' })
    const body = allOf(xml, 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'BodyText',
    )
    expect(allOf(body as never, 'w:ind')[0]?.attributes).toMatchObject({
      'w:firstLineChars': '200',
    })
    const grid = allOf(file.document, 'w:docGrid')[0]?.attributes
    expect(grid).toMatchObject({
      'w:type': 'linesAndChars',
      'w:linePitch': '510',
      'w:charSpace': '-848',
    })
  })

  it('has footnotes of Word, counted anew in every article; a note of a note is not lost', () => {
    const { parts, document } = word('everything')
    expect(allOf(document, 'w:footnoteReference')).toHaveLength(2)
    const notes = allOf(parts.get('word/footnotes.xml') as never, 'w:footnote').map(wordText)
    expect(notes.slice(2)).toEqual(['注文，见②。②注里的注。', '第二篇的注。'])
    const sections = allOf(document, 'w:sectPr').flatMap((one) => allOf(one, 'w:numRestart'))
    expect(sections.every(({ attributes }) => attributes['w:val'] === 'eachSect')).toBe(true)
  })

  it('shows pictures with their descriptions, a code for the camera, formulas and readings', () => {
    const { document, files } = word('everything')
    const described = allOf(document, 'wp:docPr').map(({ attributes }) => attributes.descr)
    expect(described).toEqual(['工作通讯 第3期', '一只猫', '左', '右', '扫码'])
    expect(Object.keys(files).filter((name) => name.includes('media/'))).toHaveLength(3)
    expect(allOf(document, 'm:f')).toHaveLength(1)
    expect(allOf(document, 'm:oMathPara')).toHaveLength(1)
    expect(allOf(document, 'w:rt').map(wordText)).toEqual(['hàn'])
  })

  it('keeps the numbers of lists as printed, and the frame of notes', () => {
    const file = word('everything')
    expect(styledAs(file, 'ListParagraph')).toEqual([
      '1.第一',
      '2.第二',
      '（1）里面',
      '•点',
      '•☑ 办了',
      '•☐ 没办',
    ])
    expect(styledAs(file, 'EditorNote')).toEqual(['按：这是按语，要紧。'])
    expect(styles(file)).toEqual(expect.arrayContaining(['Quote', 'Code', 'Signature', 'Colophon']))
  })

  it('turns the sheet for a wide table, and begins a page where the article does', () => {
    const { document } = word('everything')
    const turned = allOf(document, 'w:pgSz').map(({ attributes }) => attributes['w:orient'])
    expect(turned.filter((orient) => orient === 'landscape')).toHaveLength(1)
    const broken = allOf(document, 'w:p').filter(
      (one) => allOf(one, 'w:pageBreakBefore').length > 0,
    )
    expect(broken.map(wordText)).toContain('另一页。')
  })
})

describe('page numbers', () => {
  it('are right on odd pages and left on even ones; the cover has none', () => {
    const { parts, document } = word('issue-54')
    const aligned = ['footer1', 'footer2'].map((name) => {
      const footer = parts.get(`word/${name}.xml`) as never
      return [wordText(footer), allOf(footer, 'w:jc')[0]?.attributes['w:val']]
    })
    expect(aligned).toEqual([
      ['— 1 —', 'right'],
      ['— 1 —', 'left'],
    ])
    const [cover, text] = allOf(document, 'w:sectPr').map((one) =>
      allOf(one, 'w:footerReference').map(({ attributes }) => attributes['w:type']),
    )
    expect([cover, text]).toEqual([[], ['default', 'even']])
  })
})

describe('bulletin build --format', () => {
  it('writes the same bytes again, restores them from the cache, and reports every file', async () => {
    const one = join(folder, 'letter', 'letter')
    const path = join(folder, '函.docx')
    const env = { BULLETIN_CACHE: join(folder, 'cache'), BULLETIN_CACHE_SIZE: undefined }
    const build = async () =>
      JSON.parse(
        (await bulletin(['build', one, '--format', 'docx', '-o', path, '--json'], { env })).stdout,
      )
    const report = await build()
    expect(report).toMatchObject({ files: [{ format: 'docx', path }], exitCode: 0 })
    expect(report.pdf).toBeUndefined()
    expect(readFileSync(path).equals(bytes.get('letter') as Buffer)).toBe(true)
    rmSync(path)
    expect(await build()).toMatchObject({ cached: true })
    expect(readFileSync(path).equals(bytes.get('letter') as Buffer)).toBe(true)
  })

  it.each([
    ['docx,xls', /--format.*没有“xls”/],
    ['', /能生成 pdf、docx/],
  ])('refuses %j', async (format, said) => {
    const { code, stderr } = await bulletin(['build', folder, '--format', format])
    expect(code).toBe(2)
    expect(stderr).toMatch(said)
  })
})

const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
)

describe.skipIf(!soffice)('LibreOffice', () => {
  it('sets the issue on as many pages, one more or less', () => {
    const home = join(folder, 'office')
    const fonts = writeFiles(home, { 'fonts.conf': fontsConf })
    execFileSync(
      soffice ?? '',
      [
        `-env:UserInstallation=file://${home}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        home,
        join(out, 'issue-54.docx'),
      ],
      {
        env: { ...process.env, FONTCONFIG_FILE: join(fonts, 'fonts.conf') },
        stdio: 'ignore',
        timeout: 100_000,
      },
    )
    return pageTexts(join(home, 'issue-54.pdf')).then((pages) => {
      const own = pdfs.get('issue-54')?.length ?? 0
      expect(Math.abs(pages.length - own)).toBeLessThanOrEqual(1)
    })
  }, 120_000)
})

/** The faces that the Word file names are those of the package, as in the PDF. */
const fontsConf = `<?xml version="1.0"?>
<fontconfig>
<dir>${join(root, 'dist/fonts')}</dir><cachedir>${join(folder, 'fonts')}</cachedir>
${Object.entries({
  仿宋_GB2312: 'Fangsong',
  楷体_GB2312: 'Kai',
  黑体: 'Hei',
  宋体: 'Song',
  方正小标宋简体: 'Title',
})
  .map(
    ([named, own]) =>
      `<match target="pattern"><test name="family"><string>${named}</string></test><edit name="family" mode="assign" binding="strong"><string>Bulletin ${own}</string></edit></match>`,
  )
  .join('\n')}
</fontconfig>`

/** Han characters and Latin letters; marks, digits and signs are the business of either side. */
function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.normalize('NFKC').match(/\p{sc=Han}|[A-Za-z]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

const difference = (one: Map<string, number>, other: Map<string, number>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((letter) => one.get(letter) !== other.get(letter))
    .map((letter) => `${letter} ${one.get(letter) ?? 0} ≠ ${other.get(letter) ?? 0}`)
