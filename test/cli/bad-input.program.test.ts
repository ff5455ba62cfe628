import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBundledFaces } from '../../src/fonts/bundled.js'
import { article } from '../kit/manuscript.js'
import { bulletin } from '../kit/program.js'
import { type Files, root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('bad-input')
const whole = article({ title: '甲' }, '正文。')
const onUnix = process.platform !== 'win32'

/** What a folder may hold by accident → the exit code, and what is said of it. */
interface Case {
  files: Files
  /** Done to the issue's folder after that. */
  spoilt?: (issue: string) => void | Promise<void>
  /** Instead of the folder. */
  words?: string[]
  code: number
  says: string[]
}

/** A text as long as a megabyte, without a line end in it. */
const long = (unit: string) => unit.repeat(Math.ceil(1e6 / Buffer.byteLength(unit)))
const ofBody = (body: string) => ({ '1.md': article({ title: '甲', section: '要闻' }, body) })

const socket = (name: string) => (issue: string) =>
  new Promise<void>((done) => {
    // Short enough for the name of a socket, whatever folder the tests run in.
    const server = createServer().listen(relative(process.cwd(), join(issue, name)), () => {
      renameSync(join(issue, name), join(issue, `${name}.kept`))
      server.close(() => {
        renameSync(join(issue, `${name}.kept`), join(issue, name))
        done()
      })
    })
  })

const pipe = (name: string) => (issue: string) => void execFileSync('mkfifo', [join(issue, name)])
const zeros = (name: string) => (issue: string) => {
  writeFileSync(join(issue, name), '')
  truncateSync(join(issue, name), 600e6)
}
const shown = article({ title: '甲' }, '正文。\n\n![](a.png)')

const cases: Record<string, Case> = {
  'zeros as an article': {
    files: { '1.md': whole },
    spoilt: zeros('2.md'),
    code: 1,
    says: ['2.md:1:1', '600 MB'],
  },
  'zeros as a picture': {
    files: { '1.md': shown },
    spoilt: zeros('a.png'),
    code: 1,
    says: ['1.md:8:1', '600 MB'],
  },
  'zeros as the settings': {
    files: { '1.md': whole },
    spoilt: zeros('bulletin.yaml'),
    code: 2,
    says: ['bulletin.yaml:1:1', '600 MB'],
  },
  'an empty name': {
    files: { '1.md': whole },
    words: ['build', ''],
    code: 2,
    says: ['名字是空的'],
  },
  'a NUL in an article': {
    files: { '1.md': `${whole}\n乙\0丙\n` },
    code: 1,
    says: ['1.md:8:1', '第 8 行', 'U+0000'],
  },
  'a character cut in two': {
    files: {
      '1.md': Buffer.concat([
        Buffer.from(`${whole}${'城东区文化馆'.repeat(9)}\n`),
        Buffer.from('乙').subarray(0, 2),
        Buffer.from('丙\n'),
      ]),
    },
    code: 1,
    says: ['1.md:8:1', '第 8 行', 'UTF-8'],
  },
  'a lone surrogate': {
    files: { '1.md': Buffer.from(`\ufeff${whole}${'城东区'.repeat(9)}\n\ud800丙\n`, 'utf16le') },
    code: 1,
    says: ['1.md:8:1', '第 8 行'],
  },
  'a code that is no character': {
    files: ofBody('正文。\n\n乙\uffff丙\ufdd0丁'),
    code: 1,
    says: ['1.md:8:2', 'U+FFFF', '1.md:8:4', 'U+FDD0', '不是字的代码'],
  },
  'half a character in the settings': {
    files: { '1.md': whole, 'bulletin.yaml': '主办: 甲\n刊名: "甲\\uD800乙"\n' },
    code: 2,
    says: ['bulletin.yaml:2:1', 'U+D800', '半个字符'],
  },
  'half a character in a title': {
    files: { '1.md': '---\ntitle: "甲\\uD83D乙"\n---\n\n正文。\n' },
    code: 1,
    says: ['1.md:2:1', 'U+D83D'],
  },
  'a row of a table of a megabyte': {
    files: ofBody(`|甲|乙|\n|-|-|\n${long('|甲')}`),
    code: 1,
    says: ['1.md:8:1', '250000 个“|”'],
  },
  'a paragraph of 200,000 emphasis marks': {
    files: ofBody('**甲**乙，'.repeat(100_000)),
    code: 1,
    says: ['1.md:6:1', '太深了'],
  },
  'a megabyte of brackets that nothing closes': {
    files: ofBody(long('（')),
    words: [
      'check',
      join(folder, 'a-megabyte-of-brackets-that-nothing-closes'),
      '--format',
      'json',
    ],
    code: 1,
    says: [],
  },
  'a title of a megabyte': {
    files: { '1.md': article({ title: long('甲') }, '正文。') },
    code: 1,
    says: ['1.md:3:1', '标题有 333334 个字符'],
  },
  'a word of a megabyte': {
    files: ofBody(`正文${long('a')}。`),
    code: 1,
    says: ['1.md:6:1', '1000000 个字符连在一起'],
  },
  'a name of a megabyte': {
    files: { '1.md': whole, 'bulletin.yaml': `刊名: ${long('甲')}\n` },
    code: 2,
    says: ['bulletin.yaml:1:1', '刊名有 333334 个字符'],
  },
  'settings that are a folder': {
    files: { '1.md': whole, 'bulletin.yaml/a.txt': '' },
    code: 2,
    says: ['bulletin.yaml:1:1', '是一个文件夹'],
  },
  'drafts alone': {
    files: {
      '1.md': article({ title: '甲', draft: true }, '正文。'),
      '2.md': article({ title: '乙', draft: true }, '正文。'),
    },
    code: 1,
    says: ['1.md:', '2 篇稿件都是草稿', '--drafts'],
  },
  'Word files alone': {
    files: { '通知.docx': 'PK' },
    code: 2,
    says: ['没有稿件', '通知.docx', '存成 .md'],
  },
  'settings in two spellings': {
    files: { '1.md': whole, 'bulletin.yml': '', 'Bulletin.yaml': '' },
    code: 2,
    says: ['bulletin.yml', '只留一个'],
  },
  ...(onUnix && {
    'a pipe as an article': {
      files: { '1.md': whole },
      spoilt: pipe('2.md'),
      code: 1,
      says: ['2.md:1:1', '管道'],
    },
    'a socket as an article': {
      files: { '1.md': whole },
      spoilt: socket('2.md'),
      code: 1,
      says: ['2.md:1:1', '不是普通的文件'],
    },
    'a socket as a picture': {
      files: { '1.md': shown },
      spoilt: socket('a.png'),
      code: 1,
      says: ['1.md:8:1', '不是普通的文件'],
    },
    'a socket as the settings': {
      files: { '1.md': whole },
      spoilt: socket('bulletin.yaml'),
      code: 2,
      says: ['bulletin.yaml:1:1', '不是普通的文件'],
    },
    'a pipe as a picture': {
      files: { '1.md': shown },
      spoilt: pipe('a.png'),
      code: 1,
      says: ['1.md:8:1', '管道'],
    },
    'a pipe as the settings': {
      files: { '1.md': whole },
      spoilt: pipe('bulletin.yaml'),
      code: 2,
      says: ['bulletin.yaml:1:1', '管道'],
    },
  }),
  ...(process.platform === 'linux' && {
    'a name that is no UTF-8': {
      files: { '1.md': whole, '2.md': whole },
      spoilt: (issue: string) =>
        renameSync(
          join(issue, '2.md'),
          Buffer.concat([Buffer.from(`${issue}/`), Buffer.from([0xb8, 0xe5]), Buffer.from('.md')]),
        ),
      code: 1,
      says: ['乱码', '改个名字'],
    },
  }),
}

describe('bad input ends in a word about it', () => {
  it.each(Object.entries(cases))('%s', async (name, { files, spoilt, words, code, says }) => {
    const issue = join(folder, name.replaceAll(' ', '-'))
    mkdirSync(issue)
    writeFiles(issue, files)
    await spoilt?.(issue)
    const run = await bulletin(words ?? ['build', issue, '--out-dir', folder])
    expect(run.stderr).not.toContain('at ')
    for (const word of says) expect(run.stderr).toContain(word)
    expect(run.code).toBe(code)
  })
})

describe('names that are clearly meant', () => {
  it('are read: Bulletin.yml, .MD, .markdown', async () => {
    const issue = writeFiles(join(folder, 'names'), {
      'Bulletin.yml': '刊名: 校园通讯\nfonts: bundled\n',
      '01.MD': article({ title: '甲' }, '正文。'),
      '02.markdown': article({ title: '乙' }, '正文。'),
      'README.markdown': '不读',
    })
    const { code, stdout } = await bulletin(['build', issue, '--out-dir', folder, '--json'])
    const report = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(report.title).toBe('校园通讯')
    expect(report.articles.map(({ title }: { title: string }) => title)).toEqual(['甲', '乙'])
    expect(report.diagnostics).toEqual([])
  })
})

describe('files of other programs in an issue', () => {
  it('are named in one line, but for those that an article speaks of', async () => {
    const issue = writeFiles(join(folder, 'office'), {
      'bulletin.yaml': 'fonts: bundled\n',
      '1.md': article({ title: '甲' }, '正文，见 报名表.xlsx。'),
      ...Object.fromEntries(
        ['a.docx', 'b.wps', 'c.txt', 'd.pdf', '附件/报名表.xlsx', '_e.doc'].map((one) => [
          one,
          'x',
        ]),
      ),
    })
    const { code, stderr } = await bulletin(['build', issue, '--out-dir', folder])
    expect(code).toBe(0)
    const lines = stderr.split('\n').filter((line) => line.includes('不是稿件，没有读'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('a.docx、b.wps、c.txt 等 4 个文件')
    expect(stderr).toContain('复制文字')
  })
})

it('a bundled font that is missing is a fault of the machine, with its name', async () => {
  const fonts = writeFiles(join(folder, 'fonts'), {
    'coverage.json': readFileSync(join(root, 'dist/fonts/coverage.json')),
  })
  await expect(readBundledFaces(fonts)).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(/“\w+\.\w+”/),
  })
})
