import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/input/markdown/markdown.js'
import { parseIssue } from '../../src/input/parse-issue.js'
import { applyEdits } from '../../src/lint/edit.js'
import { fixArticle } from '../../src/lint/fix-article.js'
import { check } from '../../src/lint/lint.js'
import { proseOf } from '../../src/lint/prose.js'
import { rules } from '../../src/lint/rules/index.js'
import { sourceText } from '../../src/lint/source-text.js'
import type { SourceFile } from '../../src/model/source.js'

const source = (text: string): SourceFile => ({ path: '01.md', absolute: '/issue/01.md', text })

const fixed = (text: string) => fixArticle(source(text), {}).text

/** An issue of one article under these settings. */
const issueOf = (text: string, yaml = '') =>
  parseIssue({
    name: 'issue',
    folder: '/issue',
    articles: [source(text)],
    settings: { path: 'bulletin.yaml', absolute: '/issue/bulletin.yaml', text: yaml },
    single: false,
    roots: [],
    diagnostics: [],
  })

/** `line:column rule` of everything that the rules say of an article under these settings. */
function said(text: string, yaml = '', all = false): string[] {
  const parsed = issueOf(text, yaml)
  return check({ articles: parsed.articles, settings: parsed.settings, all }).map(
    ({ at, rule, severity }) => `${at.line}:${at.column} ${rule} ${severity}`,
  )
}

const head = '---\ntitle: 讲座\n---\n\n'

describe('a character that no font has', () => {
  const lacking = (text: string, hasGlyph = (code: number) => code < 0x30000) =>
    check({ articles: issueOf(text).articles, rules: [], hasGlyph })

  it('is shown where it stands in the value, not at its key', () => {
    const text = '---\ntitle: 馆长陈𱁬到会\nauthor:\n  - 李𱁬\n  - 王𱁭\n---\n\n正文。'
    expect(lacking(text).map(({ rule, at }) => `${at.line}:${at.column} ${rule}`)).toEqual([
      '2:11 glyph-missing',
      '4:6 glyph-missing',
      '5:6 glyph-missing',
    ])
  })

  it('is one of a foreign word that is told of as a whole', () => {
    const noHangul = (code: number) => code < 0xac00 || code > 0xf000
    const found = lacking('---\ntitle: 讲座\n---\n\n你好안녕하세요，안녕。', noHangul)
    expect(found.map(({ at, message }) => `${at.column} ${message}`)).toEqual([
      '3 所有字体里都没有“안녕하세요”（U+C548 等）。',
      '9 所有字体里都没有“안녕”（U+C548 等）。',
    ])
  })

  it('is told at every place, with what is joined to it', () => {
    const noEmoji = (code: number) => code < 0x2000 || (code > 0x2fff && code < 0x1f000)
    const found = lacking('---\ntitle: 讲座\n---\n\n好👨‍👩‍👧，1️⃣👨‍👩‍👧。', noEmoji)
    expect(found.map(({ at, message }) => `${at.column} ${message}`)).toEqual([
      '2 所有字体里都没有“👨‍👩‍👧”（U+1F468 U+200D U+1F469 U+200D U+1F467）。',
      '11 所有字体里都没有“1️⃣”（U+0031 U+FE0F U+20E3）。',
      '14 所有字体里都没有“👨‍👩‍👧”（U+1F468 U+200D U+1F469 U+200D U+1F467）。',
    ])
  })

  it('is told of a setting that is printed, at its key', () => {
    const { articles, settings } = issueOf(
      `${head}正文。`,
      '刊名: 城东𱁬通讯\n编辑:\n  - 主编: 李𱁬\n封面: 𱁬.jpg\n',
    )
    const found = check({ articles, settings, rules: [], hasGlyph: (code) => code < 0x30000 })
    expect(found.map(({ file, at, rule }) => `${file}:${at.line} ${rule}`)).toEqual([
      'bulletin.yaml:1 glyph-missing',
      'bulletin.yaml:2 glyph-missing',
    ])
  })

  it('is found where it is spelt as a number, at the text that it stands in', () => {
    const found = lacking(`${head}甲&#x3106C;乙，&#x3106C;。\n\n\`&#x3106C;\``)
    expect(found.map(({ at, message }) => `${at.line} ${message}`)).toEqual([
      '5 所有字体里都没有“𱁬”（U+3106C）。',
    ])
  })

  it.each([
    ['𱁬', '人名、地名用字'],
    ['ᚠ', '这种文字'],
    ['🪿', '通用的符号'],
    ['\ue000', '造它的字体文件'],
    ['\ufffc', '存成文件再放进来'],
    ['\ufffd', '对照原稿'],
  ])('%s has the advice that fits it', (character, advice) => {
    const [one] = lacking(`${head}甲${character}乙。`, (code) => code !== character.codePointAt(0))
    expect(one?.hint).toContain(advice)
    expect(one?.message).not.toMatch(/[\ue000\ufffc\ufffd]/)
  })
})

it('quotes whole characters only, and never what stands for a picture or a link', () => {
  const families = '👨‍👩‍👧‍👦'.repeat(4)
  const body = `会后${families}“好的${families}。看[名单](a.pdf)![](b.jpg)说（走。`
  const all = check({ articles: issueOf(`${head}${body}`).articles })
  const words = all.map(({ message, hint }) => message + hint).join('')
  expect(words).toContain('没有另一半')
  expect(words).not.toMatch(/[\ufffc\ud800-\udfff]/u)
  expect(words.replaceAll('👨‍👩‍👧‍👦', '')).not.toMatch(/👨|👩|👧|👦|\u200d/u)
})

describe('a title too long', () => {
  const titled = (title: string) =>
    said(`---\ntitle: ${title}\n---\n\n正文。`).filter((one) => one.includes('title-'))

  it('is one that takes a fourth line: of 60 characters, few fill three lines between words', () => {
    const long =
      '云溪市文化局关于进一步加强全市文化志愿服务队伍建设和公共图书馆阅读推广阵地建设以及乡村文化站人员培训工作'
    expect(titled(`${long}的通知`)).toEqual([])
    expect(titled(`${long}和有关保障措施的通知`)).toEqual(['2:8 title-length warning'])
  })

  it('is none of this rule’s when it is no title at all', () => {
    expect(titled('文化志愿服务'.repeat(40))).toEqual([])
  })
})

describe('a finding', () => {
  it('stands at its line and column in the file, front-matter and CRLF counted', () => {
    expect(said(`${head}会议强调,要抓好落实。`)).toEqual(['5:5 half-width-mark warning'])
    const crlf = `${head}第一段。\n\n会议强调,要抓好落实。`.replaceAll('\n', '\r\n')
    expect(said(crlf)).toEqual(['7:5 half-width-mark warning'])
  })

  it('is found through bold marks, escapes, entities and line breaks', () => {
    expect(said('**会议**强调,要\n抓好落实。')).toEqual(['1:9 half-width-mark warning'])
    expect(said('甲\\*乙&amp;会议强调,好。')).toEqual(['1:14 half-width-mark warning'])
    expect(said('> 会议指出\n> 会议强调,好。')).toEqual(['2:7 half-width-mark warning'])
    expect(said('会议认真\n认真研究了')).toEqual([])
  })

  it('is not looked for in code, addresses and file names', () => {
    expect(said('运行`甲,乙`，见https://a.cn/x?b,c，发到a@b.cn，附件1.报名表.docx。')).toEqual([])
  })
})

describe('severities', () => {
  const text = `${head}会议强调,好。\n\n其它单位`

  it('come from the rules; suggestions are silent until asked for', () => {
    expect(said(text)).toEqual(['5:5 half-width-mark warning'])
    expect(said(text, '', true)).toContain('7:1 qita warning')
  })

  it('are changed by check: in bulletin.yaml', () => {
    const yaml = 'check:\n  rules: { half-width-mark: error, qita: warning }\n'
    expect(said(text, yaml)).toEqual(['5:5 half-width-mark error', '7:1 qita warning'])
    expect(said(text, 'check:\n  rules: { half-width-mark: off }\n')).toEqual([])
  })

  it('say so when bulletin.yaml names a rule that there is not', () => {
    expect(said(head, 'check:\n  rules: { half-width-mrak: off }\n')).toEqual([
      '1:1 check-rule-unknown warning',
    ])
  })
})

describe('a comment bulletin-ignore', () => {
  it('keeps the rules that it names from the next paragraph alone', () => {
    const comment = '<!-- bulletin-ignore half-width-mark -->'
    expect(said(`${comment}\n\n会议强调,好。\n\n会议强调,好。`)).toEqual([
      '5:5 half-width-mark warning',
    ])
    expect(said(`${comment}\n\n二零二一年，会议强调,好。`)).toEqual(['3:1 year-zero warning'])
  })

  it('keeps every rule away when it names none', () => {
    expect(said('<!-- bulletin-ignore -->\n二零二一年，会议强调,好。')).toEqual([])
  })
})

describe('mending', () => {
  it('changes what it mends and not a byte besides', () => {
    const text = '---\r\ntitle: 讲座,开讲\r\n---\r\n\r\n会议强调,好。  \r\n\r\n\r\n* 甲 ,乙\t\r\n'
    expect(fixed(text)).toBe(
      '---\r\ntitle: 讲座，开讲\r\n---\r\n\r\n会议强调，好。  \r\n\r\n\r\n* 甲 ,乙\t\r\n',
    )
  })

  it('leaves an edit out that would make a list of a paragraph', () => {
    expect(fixed('　　1. 甲。')).toBe('　　1. 甲。')
    expect(fixed('　　# 甲')).toBe('　　# 甲')
  })

  it('leaves alone what a comment keeps it from, and what is off', () => {
    const text = '<!-- bulletin-ignore -->\n\n会议强调,好。'
    expect(fixed(text)).toBe(text)
    const settings = { check: { rules: { 'half-width-mark': 'off' as const } } }
    expect(fixArticle(source('会议强调,好。'), { settings }).text).toBe('会议强调,好。')
  })

  it('changes nothing the second time, and never a Han character', () => {
    const pieces = fc.constantFrom(
      ...[
        '会议',
        '强调',
        '二0二一年',
        '２０２１',
        ',',
        ':',
        '(',
        '（',
        ')',
        '）',
        '...',
        '。。。',
        '…',
        '。',
      ],
      ...[
        '，',
        ' ',
        '　　',
        '\n',
        '\n\n',
        '# ',
        '## ',
        '- ',
        '1、',
        '（一）、',
        '1. ',
        '> ',
        '**',
        '*',
        '\\',
        '`',
      ],
      ...[
        '&amp;',
        '澄文志[2021]5号',
        '.5',
        '・',
        '\u200b',
        '\u00a0',
        '⽂',
        '"',
        '“',
        '”',
        'and',
        '8:30',
        '|',
        '\r\n',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
        const text = parts.join('')
        const once = fixed(text)
        expect(fixed(once)).toBe(once)
        const words = (some: string) =>
          (some.normalize('NFKC').match(/[\p{sc=Han}a-z]/gu) ?? [])
            .filter((one) => one !== '〇')
            .join('')
        expect(words(once)).toBe(words(text))
      }),
      { numRuns: 150 },
    )
  })

  it('applies no two edits to the same characters', () => {
    const edits = [
      { from: 1, to: 3, text: 'X' },
      { from: 2, to: 4, text: 'Y' },
      { from: 4, to: 4, text: 'Z' },
    ]
    expect(applyEdits('abcdef', edits)).toBe('aXdZef')
  })
})

describe('the prose of a body', () => {
  it('gives every character its place in the source, whatever the Markdown', () => {
    const pieces = fc.constantFrom(
      '会',
      '议',
      '**',
      '*',
      '\\',
      '\\*',
      '&amp;',
      '\n',
      '> ',
      '- ',
      'a',
      ' ',
      '`',
      '[',
      ']',
      '(b)',
      '。',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const blocks = proseOf(parseMarkdown(text, { file: '01.md' }).body, sourceText(text))
        for (const block of blocks) {
          expect(block.offsets).toHaveLength(block.text.length)
          for (const [index, character] of [...block.text].entries()) {
            if (/[会议。]/.test(character))
              expect(text.charAt(block.offsets[index] ?? -1)).toBe(character)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('every rule', () => {
  it('is silent on an empty issue and on an article without a body', () => {
    for (const text of ['', head, '\n\n']) {
      expect(said(text, '', true).filter((one) => !/permit|article-/.test(one))).toEqual([])
    }
    expect(rules.length).toBeGreaterThan(60)
  })
})
