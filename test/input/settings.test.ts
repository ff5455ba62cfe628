import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../src/input/parse-issue.js'
import { settingNames, settings } from '../../src/input/settings/settings.js'

const fileOf = (text: string, absolute = '/publication/issue-54/bulletin.yaml') => ({
  path: absolute.slice('/publication/'.length),
  absolute,
  text,
})
const parse = (own: string, parent?: string) =>
  parseSettings({
    articles: [],
    single: false,
    settings: fileOf(own),
    ...(parent === undefined ? {} : { parent: fileOf(parent, '/publication/bulletin.yaml') }),
  })

/** For every key: values with part of their meaning, and values that are refused. */
const cases = {
  template: {
    passes: [
      ['工作通讯', 'newsletter'],
      ['./look', { absolute: '/publication/issue-54/look' }],
    ],
    fails: '海报',
  },
  title: { passes: [['2021', '2021']], fails: '[甲]' },
  number: {
    passes: [
      ['012', 12],
      ['"3"', 3],
      ['第3期', 3],
      ['第 十二 期', 12],
      ['2024年第３期', 3],
      ['三', 3],
    ],
    fails: '第3、4期',
  },
  total: {
    passes: [
      ['54', 54],
      ['第五十四期', 54],
      ['总第一百零五期', 105],
      ['无', 'none'],
    ],
    fails: '很多',
  },
  issueLine: { passes: [['二〇二二年第十九期', '二〇二二年第十九期']], fails: '[甲]' },
  numerals: { passes: [['汉字', 'chinese']], fails: '罗马' },
  date: { passes: [['2021-06', { year: 2021, month: 6 }]], fails: '2021-13' },
  period: { passes: [['2021年6月', '2021年6月']], fails: '[甲]' },
  publisher: { passes: [['某某会', '某某会']], fails: '[甲]' },
  sections: {
    passes: [
      ['[要闻, { 名称: 交流, 按语: 甲 }]', [{ name: '要闻' }, { name: '交流', note: '甲' }]],
    ],
    fails: '要闻',
  },
  briefs: { passes: [['快讯', ['快讯']]], fails: '{ 甲: 乙 }' },
  note: { passes: [['按：甲。', '按：甲。']], fails: '[甲]' },
  feature: { passes: [['甲', '甲']], fails: '[甲]' },
  staff: {
    passes: [
      [
        '{ 总编辑: 尹 红, 校对: [甲, 乙] }',
        [
          { label: '总编辑', text: '尹 红' },
          { label: '校对', text: '甲 乙' },
        ],
      ],
    ],
    fails: '尹 红',
  },
  distribution: { passes: [['[送: 市委]', [{ label: '送', text: '市委' }]]], fails: '市委' },
  contact: { passes: [['{ 电话: 0731 }', [{ label: '电话', text: '0731' }]]], fails: '0731' },
  cover: {
    passes: [
      ['无', false],
      ['false', false],
      ['a.jpg', { path: 'a.jpg', absolute: '/publication/issue-54/a.jpg' }],
    ],
    fails: '/a.jpg',
  },
  images: {
    passes: [
      ['{ 分辨率: 72, quality: 100 }', { dpi: 72, quality: 100 }],
      ['{ 无损: 是 }', { lossless: true }],
    ],
    fails: '{ dpi: 71 }',
  },
  page: {
    passes: [['{ 页字数: 28, 双面: 否 }', { chars: 28, duplex: false }]],
    fails: '{ 页字数: 61 }',
  },
  fonts: {
    passes: [
      ['自带', 'bundled'],
      [
        '{ 标题: 方正小标宋简体, kai: f/k.ttf }',
        { title: '方正小标宋简体', kai: { path: 'f/k.ttf' } },
      ],
    ],
    fails: '宋体',
  },
  startOn: { passes: [['另起右页', 'recto']], fails: '左页' },
  numbering: { passes: [['自动', 'auto']], fails: '一二三' },
  toc: { passes: [['无', 'none']], fails: '有' },
  copies: {
    passes: [
      ['500', 500],
      ['500份', 500],
    ],
    fails: '几百',
  },
  form: { passes: [['纪要', 'minutes']], fails: '便条' },
  docNumber: { passes: [['某发〔2021〕3号', '某发〔2021〕3号']], fails: '[甲]' },
  copyNumber: { passes: [['000012', '000012']], fails: '[甲]' },
  secrecy: { passes: [['秘密', '秘密']], fails: '[甲]' },
  urgency: { passes: [['加急', '加急']], fails: '[甲]' },
  signer: { passes: [['[张 三, 李 四]', ['张 三', '李 四']]], fails: '{ 甲: 乙 }' },
  recipients: { passes: [['各馆', '各馆']], fails: '[甲]' },
  signedBy: { passes: [['甲馆', ['甲馆']]], fails: '{ 甲: 乙 }' },
  seal: {
    passes: [
      ['a.png', [{ path: 'a.png' }]],
      ['[a.png, b.png]', [{ path: 'a.png' }, { path: 'b.png' }]],
    ],
    fails: 'https://a.cn/a.png',
  },
  annotation: { passes: [['（甲）', '（甲）']], fails: '[甲]' },
  cc: { passes: [['甲', '甲']], fails: '[甲]' },
  printedBy: { passes: [['甲', '甲']], fails: '[甲]' },
  printedOn: { passes: [['2021年6月28日', { year: 2021, month: 6, day: 28 }]], fails: '下周' },
  proofreader: { passes: [['甲', '甲']], fails: '[甲]' },
  check: {
    passes: [
      [
        '{ 规则: { heading-jump: 关 }, 词语: { 尹虹: 尹红 } }',
        { rules: { 'heading-jump': 'off' }, words: { 尹虹: '尹红' } },
      ],
    ],
    fails: '{ 规则: { heading-jump: 很重 } }',
  },
  wordStyles: {
    passes: [
      ['{ 投稿小标题: 一级标题, Note: 按语 }', { 投稿小标题: 'heading1', note: 'note' }],
      ['{ 小标题: "##" }', { 小标题: 'heading1' }],
    ],
    fails: '{ 投稿小标题: 大标题 }',
  },
} satisfies Record<keyof typeof settings, { passes: [string, unknown][]; fails: string }>

it('has two names for every key, and no name for two', () => {
  expect(settingNames.size).toBe(2 * Object.keys(settings).length)
})

describe.each(Object.keys(cases) as (keyof typeof cases)[])('%s', (key) => {
  const { passes, fails } = cases[key]
  const { alias } = settings[key]
  it.each(passes as [string, unknown][])('reads %j under either name', (written, meant) => {
    for (const name of [key, alias]) {
      const { value, diagnostics } = parse(`${name}: ${written}\n`)
      expect(diagnostics).toEqual([])
      expect({ it: value?.[key] }).toMatchObject({ it: meant as object })
    }
  })
  it('refuses what it cannot be, as a fault of the configuration', () => {
    const { diagnostics } = parse(`刊名: 甲\n${key}: ${fails}\n`.slice(key === 'title' ? 6 : 0))
    expect(diagnostics).toMatchObject([{ severity: 'error', configuration: true }])
  })
})

describe('over the settings of the publication', () => {
  const merged = (own: string, parent: string) => parse(own, parent).value
  it('keeps the order of an issue that names every row of the publication', () => {
    const rows = merged(
      '分发: { 报: 甲, 送: 乙, 发: 丙 }',
      '分发: { 送: 丁, 发: 戊 }',
    )?.distribution
    expect(rows?.map(({ label }) => label)).toEqual(['报', '送', '发'])
  })

  it('merges mappings key by key, in the order of the publication', () => {
    const staff = merged('编辑: { 校对: 乙, 总编辑: 丙 }', '编辑: { 总编辑: 甲, 主编: 甲 }')?.staff
    expect(staff?.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '总编辑 丙',
      '主编 甲',
      '校对 乙',
    ])
    expect(merged('版面: { 页行数: 22 }', '版面: { 页字数: 28 }')?.page).toEqual({
      lines: 22,
      chars: 28,
    })
    const words = merged('检查: { 词语: { 乙: 丁 } }', '检查: { 词语: { 甲: 丙 } }')?.check?.words
    expect(words).toEqual({ 甲: '丙', 乙: '丁' })
  })
  it('replaces lists and single values', () => {
    const both = merged('栏目: [要闻]\n刊名: 乙', '栏目: [交流, 简讯]\n刊名: 甲\n主办: 丙')
    expect(both?.sections?.map(({ name }) => name)).toEqual(['要闻'])
    expect(both).toMatchObject({ title: '乙', publisher: '丙' })
  })
  it('says which file gave a key, and starts paths at that file', () => {
    const both = merged('刊名: 乙', '封面: images/cover.jpg')
    expect(both?.where.title?.file).toBe('issue-54/bulletin.yaml')
    expect(both?.where.cover?.file).toBe('bulletin.yaml')
    expect(both?.cover).toMatchObject({ absolute: '/publication/images/cover.jpg' })
  })
  it('reports what is wrong in both files', () => {
    const files = parse('期号: 零', '期好: 3').diagnostics.map(({ file }) => file)
    expect(files.sort()).toEqual(['bulletin.yaml', 'issue-54/bulletin.yaml'])
  })
})

it('takes the settings of a single article, whose own keys keep their names', () => {
  const article = fileOf(
    '---\ntitle: 通知\n模板: 公文\n刊名: 甲馆文件\n日期: 2021-06-28\n---\n\n正文。\n',
  )
  const { value, diagnostics } = parseSettings({ articles: [article], single: true })
  expect(diagnostics).toEqual([])
  expect(value).toMatchObject({ template: 'document', title: '甲馆文件' })
  expect(value?.date).toBeUndefined()
})

it('gives settings or says why not, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const { at } of parse(text).diagnostics) {
        expect(at.line).toBeLessThanOrEqual(text.split('\n').length)
      }
    }),
  )
})

it('survives brackets nested without end', () => {
  const { diagnostics } = parse(`刊名: ${'['.repeat(20_000)}`)
  expect(diagnostics.length).toBeGreaterThan(0)
  expect(diagnostics.length).toBeLessThan(5)
})

describe('a full-width colon', () => {
  const rowsOf = (text: string) => {
    const { value, diagnostics } = parse(text)
    expect(diagnostics).toEqual([])
    const rows = [...(value?.staff ?? []), ...(value?.distribution ?? [])]
    return rows.map(({ label, text }) => [label, text])
  }

  it('stands for one after a key and in the rows under it', () => {
    expect(rowsOf('刊名：工作通讯\n编辑：\n  总编辑：尹 红\n  副总编: 罗 婷\n')).toEqual([
      ['总编辑', '尹 红'],
      ['副总编', '罗 婷'],
    ])
    expect(rowsOf('分发:\r\n  - 送：市委\r\n  - 发：各馆\r\n')).toEqual([
      ['送', '市委'],
      ['发', '各馆'],
    ])
  })

  it('is one in a row that goes on, and in a name of a section', () => {
    expect(rowsOf('分发:\n  送: 市委\n    各馆：一份。\n')).toEqual([['送', '市委各馆：一份。']])
    expect(parse('栏目:\n  - 专题：乡村\n').value?.sections).toMatchObject([{ name: '专题：乡村' }])
  })

  it('is one of the options of the page', () => {
    expect(parse('版面:\n  页字数：30\n').value?.page).toEqual({ chars: 30 })
  })
})
