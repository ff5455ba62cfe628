import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedArticle } from '../src/check/checked.js'
import { fingerprints, nearDuplicates } from '../src/check/fingerprints.js'
import { look } from '../src/check/look.js'
import { rules } from '../src/check/rules/index.js'
import type { Article } from '../src/model.js'
import { parseArticle } from '../src/parse/index.js'
import { toContent } from '../src/parse/markdown/index.js'
import { parseTree, parseWhole } from '../src/parse/markdown/parser.js'
import { remainderOf } from '../src/parse/markdown/plain-paragraphs.js'
import { isPlainBody } from '../src/parse/plain-body.js'
import { root } from './kit/workspace.js'

/** Every Markdown file below a folder, its text. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))

const parsed = (text: string): Article[] => {
  const file = { path: '01.md', absolute: '/issue/01.md', text }
  const { value } = parseArticle(file, { idPrefix: 'a1', single: false })
  return value ? [value] : []
}

const texts = [join(root, 'fixtures/corpus'), join(root, 'fixtures/situations')].flatMap(textsIn)
const seeded = join(root, 'fixtures/seeded')
const seedFiles = readdirSync(seeded, { recursive: true, encoding: 'utf8' })
const seeds = seedFiles
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(seeded, file), 'utf8'))
  .map((text) => text.replace(/[⟦⟧]/g, '').replaceAll('\n', '\n\n').replaceAll('⏎', '\n'))
const articles = [...texts, ...seeds].flatMap(parsed)

describe('what saves the rules work changes nothing that they find', () => {
  const selective = rules.filter(({ when }) => when !== undefined)

  it.each(selective)('$id finds nothing in a paragraph without its characters', (rule) => {
    const bare = { ...rule, when: undefined }
    const seen = (one: typeof rule) => {
      const rules = [one]
      return articles.map((article) => look(article, { rules, all: true }))
    }
    expect(seen(rule)).toEqual(seen(bare))
  })

  it('of a plain body there is nothing to say', () => {
    const bodies = articles.map(({ body }) => body).filter(isPlainBody)
    expect(bodies.length).toBeGreaterThan(50)
    for (const body of bodies) {
      expect(toContent(body, { file: '01.md' })).toMatchObject({ diagnostics: [], pictures: [] })
    }
  })

  it.each([
    '![图](a.jpg)',
    '甲[^1]\n\n[^1]: 乙',
    '[甲](ftp://a)',
    '<b>甲</b>',
    '<!-- 甲',
    '| 甲 | 乙 |\n| - | - |\n| 丙 | > |',
    '# 甲\n\n# 乙',
    '##',
    '甲\n---',
    '> 甲 ![图](a.jpg)',
  ])('%j is no plain body', (text) => {
    expect(parsed(text).map(({ body }) => isPlainBody(body))).toEqual([false])
  })
})

describe('articles that are nearly the same', () => {
  const fingerprintsOf = (text: string) =>
    fingerprints({ blocks: parsed(text).flatMap((one) => checkedArticle(one).blocks) })
  const text = texts.find((one) => one.length > 1500 && !one.includes('|')) ?? ''
  const other = texts.findLast((one) => one.length > 1500 && !one.includes('|')) ?? ''

  it('are found whatever stands between them', () => {
    const changed = text.replace(/。/, '，真好。')
    expect(
      nearDuplicates([fingerprintsOf(text), fingerprintsOf(other), fingerprintsOf(changed)], 0.6),
    ).toEqual([[2, 0]])
  })

  it('are not found where texts merely share a phrase, or are too short to tell', () => {
    expect(nearDuplicates([fingerprintsOf(text), fingerprintsOf(other)], 0.6)).toEqual([])
    expect(
      nearDuplicates([fingerprintsOf('简短的一句话。'), fingerprintsOf('简短的一句话。')], 0.6),
    ).toEqual([])
  })
})

/** Whatever is saved, the tree is that of the parser asked for everything, to the last position. */
const readTheSame = (texts: fc.Arbitrary<string>, numRuns: number) =>
  fc.assert(
    fc.property(texts, (text) => {
      expect(parseTree(text)).toEqual(parseWhole(text))
    }),
    { numRuns },
  )

describe('a text in which no line could stand under the head of a table', () => {
  const pieces = [
    '甲乙',
    'a | b',
    '|',
    '---',
    ':-:',
    ' -',
    '\n',
    '\r\n',
    '> ',
    '1. ',
    '\t',
    '*',
    '#',
    '[^1]: ',
  ]

  it('reads the same without asking for tables', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(''))
    readTheSame(text, 2000)
  })

  it('is found in no time, however many dashes it holds', () => {
    const dashes = `${'-'.repeat(200_000)}甲`
    expect(parseTree(`甲\n${dashes}`).children).toHaveLength(1)
  })
})

describe('an article whose plain paragraphs are left out while the rest is parsed', () => {
  const lines = [
    ...['甲乙', '　　丙丁。', '“戊”：己', '6月5日，庚', '1.庚', '1. 庚', '12) 辛', 'a b', 'A.'],
    ...[
      '壬 ',
      ' 癸',
      '\t子',
      '丑**寅**',
      '卯[^1]',
      '[^1]: 辰',
      '    巳',
      '[午]: /a "b',
      'c"',
      '未[午]',
    ],
    ...[
      '见www.a.cn',
      'https://a.cn/b',
      'a@b.cn',
      '&amp;',
      '甲\\',
      '- 申',
      '* 酉',
      '> 戌',
      '# 亥',
      '===',
    ],
    ...[
      '---',
      '|a|b|',
      '|-|-|',
      '```',
      '~~~',
      '`',
      '<u>甲</u>',
      '<div>',
      '</div>',
      '<!-- 甲',
      '-->',
    ],
    ...['<pre>', '</pre>', '\ufeff甲', '\0', '😀', '\ud83d', '\u2028', '甲\r乙', '<?', '<script>'],
  ]
  const ends = ['\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n', '\n\t\n\n']
  const line = fc
    .tuple(fc.constantFrom(...lines), fc.constantFrom(...ends))
    .map((two) => two.join(''))
  const article = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', ...lines))
    .map(([all, last]) => all.join('') + last)

  it('is read as when every character is looked at, to the last position', () => {
    readTheSame(article, 5000)
  })

  it('is the same for any characters', () => {
    const marks = '甲乙。 \n\n\t*_~`[]()<>#-+=|:!&\\"\'0123.a@w/\r\u3000'
    const text = fc.array(fc.constantFrom(...marks), { maxLength: 60 }).map((all) => all.join(''))
    readTheSame(text, 5000)
  })

  it('leaves most of a usual article out', () => {
    const text =
      '## 标题\n\n第一段。\n第一段还有。\n\n第二段。\n\n- 一项\n\n第三段**要紧**。\n\n第四段。\n'
    expect(remainderOf(text)?.text).toBe(
      '## 标题\n\n甲\n\n\n\n\n- 一项\n\n第三段**要紧**。\n\n甲\n',
    )
  })
})
