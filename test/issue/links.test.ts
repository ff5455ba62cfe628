import { describe, expect, it } from 'vitest'
import { parseIssue } from '../../src/input/parse-issue.js'
import { arrange } from '../../src/issue/arrange.js'

const other =
  '---\n标题: 校园阅读\n栏目: 要闻\n---\n\n## 一、缘起\n\n甲。\n\n### （一）办法\n\n乙。\n'
const files = {
  '02-校园.md': other,
  '深/03-乡村.md': other.replace('校园', '乡村'),
  '04-草稿.md': other.replace('---\n\n', '草稿: 是\n---\n\n'),
  '05-简讯.md': '---\n栏目: 简讯\n---\n\n一则。\n',
}

/** `file:line:column rule message hint` of what is said of an issue whose first article has this text. */
function said(
  text: string,
  {
    keys = '',
    settings = '',
    single = false,
  }: { keys?: string; settings?: string; single?: boolean } = {},
): string[] {
  const file = (path: string, text: string) => ({
    path: `期/${path}`,
    absolute: `/x/期/${path}`,
    text,
  })
  const first = `---\n标题: 城东阅读\n栏目: 要闻\n${keys}---\n\n${text}\n`
  const parsed = parseIssue({
    name: '期',
    folder: '/x/期',
    settings: file('bulletin.yaml', `刊名: 通讯\n${settings}`),
    articles: Object.entries({ '01-城东.md': first, ...(single ? {} : files) }).map(
      ([path, content]) => file(path, content),
    ),
    single,
    roots: [],
    diagnostics: [],
  })
  const { diagnostics } = arrange(parsed.settings, parsed.articles, {
    name: '期',
    drafts: false,
    single,
  })
  return [...parsed.diagnostics, ...diagnostics]
    .filter(({ rule }) => rule.startsWith('link-'))
    .map(
      ({ file, at, rule, message, hint }) =>
        `${file}:${at.line}:${at.column} ${rule} ${message}${hint}`,
    )
}

describe('nothing is said of a link', () => {
  it.each([
    '见[校园](02-校园.md)。',
    '见[校园](./02-%E6%A0%A1%E5%9B%AD.md)。',
    '见[乡村](深/03-乡村.md)，[乡村](<深/../深/03-乡村.md>)。',
    '见[简讯](05-简讯.md)。',
    '见[一](02-校园.md#一、缘起)，[一](02-校园.md#缘起)，[一](02-校园.md#一缘起)，[办法](02-校园.md#办法)。',
    '## 二、成效\n\n见[成效](#二、成效)，[题目](#城东阅读)。',
    '见<a href="02-校园.md">校园</a>。',
    '[![图](a.png)](没有.md)',
  ])('%j', (text) => {
    expect(said(text)).toEqual([])
  })

  it('to another file, where only one was read', () => {
    expect(said('见[校园](02-校园.md)。', { single: true })).toEqual([])
    expect(said('见[成效](#成效)。', { single: true })).toHaveLength(1)
  })
})

describe('a link that leads nowhere is reported', () => {
  it.each([
    ['见[校园](02-校圆.md)。', '6:2 link-article', '“02-校圆.md”不是这一期的稿件', '02-校园.md。'],
    ['见[乡村](03-乡村.md)。', '6:2 link-article', '只印了“乡村”', '写成 深/03-乡村.md。'],
    ['见[上期](../53/01.md)。', '6:2 link-article', '“../53/01.md”不是', '稿件的文件名'],
    ['见[城东](01-城东读书.md)。', '6:2 link-article', '只印了“城东”', '稿件的文件名'],
    ['见[它](/etc/passwd.md)。', '6:2 link-article', '“/etc/passwd.md”不是', '稿件的文件名'],
    ['见[草稿](04-草稿.md)。', '6:2 link-article', '是草稿，这一期没有排', '删去它的“草稿”一项'],
    ['见[三](#三、成效)。', '6:2 link-heading', '这一篇里没有“三、成效”', '照抄那个小标题'],
    [
      '## 三、成效好\n\n见[三](#三、成校好)。',
      '8:2 link-heading',
      '没有“三、成校好”',
      '#三、成效好',
    ],
    ['见[三](02-校园.md#三)。', '6:2 link-heading', '点它只到那一篇的标题', '照抄'],
    ['见[表](附件/表.xlsx)。', '6:2 link-file', '在纸上打不开', '去掉 [ ]( )'],
    ['见<a href="06.md">六</a>。', '6:2 link-article', '“06.md”不是', '稿件的文件名'],
    ['注[^1]。\n\n[^1]: 见[六](06.md)。', '8:8 link-article', '“06.md”不是', '稿件的文件名'],
  ])('%j', (text, place, message, hint) => {
    const [one = '', ...others] = said(text)
    expect(others).toEqual([])
    expect(one).toContain(`期/01-城东.md:${place} `)
    expect(one).toContain(message)
    expect(one).toContain(hint)
  })

  it('at the key, in a note and in the settings', () => {
    expect(said('甲。', { keys: '按语: 见[六](06.md)。\n' })).toEqual([
      expect.stringMatching(/^期\/01-城东\.md:4:1 link-article /),
    ])
    const settings =
      '编者按: 见[六](06.md)\n分发:\n  送: "[七](07.md)"\n  发: "[校园](02-校园.md)"\n'
    expect(said('甲。', { settings })).toEqual([
      expect.stringMatching(/^期\/bulletin\.yaml:2:1 link-article /),
      expect.stringMatching(/^期\/bulletin\.yaml:4:3 link-article /),
    ])
  })
})

it('thousands of links to headings are found in a moment', () => {
  const text = Array.from(
    { length: 1500 },
    (_, n) => `## 第${n}节的事\n\n见[上](#第${n}节的事)，[无](#第${n}节没有)。`,
  ).join('\n\n')
  const started = performance.now()
  expect(said(text)).toHaveLength(1500)
  expect(performance.now() - started).toBeLessThan(10_000)
})
