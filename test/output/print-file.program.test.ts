import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../kit/contents.js'
import { article, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press, pressFixture } from '../kit/press.js'
import { allTags } from '../kit/read-pdf.js'
import { textIn } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('file')

let issue: Printed
let one: Printed
beforeAll(async () => {
  issue = await pressFixture('issue-54')
  const printed = await press(folder, {
    one: {
      'bulletin.yaml':
        'title: 工作通讯\nnumber: 3\ntotal: 54\npublisher: 某某（协会）\\\nfonts: bundled\ndate: 2021-06-28\n'.replace(
          '\\',
          '',
        ),
      '1.md': article(
        { title: '上一行\n下一行', tocTitle: '' },
        `## 一、做法\n\n${prose(30)}\n\n### （一）小节\n\n${prose(30)}\n\n## 二、成效<br>与不足\n\n“引号”——破折号……省略号，甲·乙，Tom’s “quote”。\n\n![会场全景](a.png)\n\n${prose(30)}\n\n| 头 | 目 |\n| --- | --- |\n| 一 | 二 |\n\n- 项\n\n[网站](https://example.org/)`,
      ),
      'a.png': await drawing(800, 500),
    },
  })
  one = printed.one
})

describe('bookmarks', () => {
  it('are sections, titles and headings, three levels at most', () => {
    expect(one.pdf.outline.map(({ title, depth }) => `${depth} ${title}`)).toEqual([
      '1 工作交流',
      '2 上一行下一行',
      '3 一、做法',
      '3 二、成效与不足',
    ])
  })

  it('lead to the page on which the title stands', () => {
    for (const { title, page } of issue.pdf.outline) {
      const all = (issue.pdf.pages[page - 1]?.text ?? '').replace(/\s/g, '')
      expect(all, title).toContain(title.replace(/\s/g, ''))
    }
  })

  it('hold every article of a whole issue in reading order', () => {
    const titles = issue.pdf.outline.filter(({ depth }) => depth === 2).map(({ title }) => title)
    const articles = issue.report.articles.filter(({ section }) => section !== '简讯')
    expect(titles).toEqual(articles.map(({ title }) => title))
    expect(titles.join('')).not.toMatch(/[\r\n]|<br/)
  })
})

describe('links', () => {
  it('lead from every row of the 目录 to its title', () => {
    const rows = contentsOf(issue.pdf)
    expect(rows.length).toBeGreaterThan(12)
    for (const { title, leadsTo } of rows) {
      const page = issue.pdf.pages[(leadsTo ?? 0) - 1]
      expect(page && textIn(page, 'BulletinTitle')).toContain(title.replace(/\s/g, '') || '简讯')
    }
  })

  it('keep an address that an article names', () => {
    const urls = one.pdf.pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []))
    expect(urls).toEqual(['https://example.org/'])
  })
})

describe('the file', () => {
  it('says what it is, from whom, and in which language', () => {
    expect(issue.pdf.info.Title).toBe('工作通讯 第3期（总第54期）')
    expect(issue.pdf.info.Author).toBe('澄川市文化志愿者协会')
    expect(one.pdf.info.Author).toBe('某某（协会）')
    expect(issue.pdf.lang).toBe('zh-CN')
    expect(issue.pdf.showsTitle).toBe(true)
  })

  it('carries the date of the issue, not of the day on which it is built', () => {
    expect(issue.pdf.info.CreationDate).toMatch(/^D:20210628/)
    expect(issue.pdf.info.ModDate).toMatch(/^D:20210628/)
  })

  it('labels its pages as they are numbered', () => {
    const { labels, pages } = issue.pdf
    expect(labels?.slice(1)).toEqual(pages.slice(1).map(({ number }) => String(number)))
    expect(labels?.[0]).not.toBe('1')
  })
})

describe('tags', () => {
  it('mark headings, paragraphs, links, lists and tables in reading order', () => {
    const roles = allTags(one.pdf.pages.slice(1).flatMap(({ tags }) => tags)).map(
      ({ role }) => role,
    )
    for (const role of ['H1', 'H2', 'H3', 'P', 'Link', 'L', 'Table', 'Figure']) {
      expect(roles).toContain(role)
    }
    expect(roles.indexOf('H1')).toBeLessThan(roles.indexOf('H2'))
    expect(roles.indexOf('H2')).toBeLessThan(roles.indexOf('H3'))
  })

  it('give every picture its description', () => {
    const figures = allTags(issue.pdf.pages.flatMap(({ tags }) => tags)).filter(
      ({ role }) => role === 'Figure',
    )
    expect(figures.length).toBeGreaterThanOrEqual(8)
    for (const { alt } of figures) expect(alt ?? '').not.toBe('')
    const own = allTags(one.pdf.pages.flatMap(({ tags }) => tags))
    expect(own.find(({ role }) => role === 'Figure')?.alt).toBe('会场全景')
  })
})

describe('fonts', () => {
  it('are all embedded, none is Type 3', () => {
    for (const { pdf, bytes } of [issue, one]) {
      expect(pdf.fonts.size).toBeGreaterThan(3)
      for (const [name, { type3, embedded }] of pdf.fonts) {
        expect({ name, type3, embedded }).toEqual({ name, type3: false, embedded: true })
      }
      const raw = Buffer.from(bytes).toString('latin1')
      expect(raw).not.toMatch(/\/Subtype\s*\/Type3/)
      const descriptors = raw.match(/\/Type\s*\/FontDescriptor/g) ?? []
      expect(raw.match(/\/FontFile2/g)).toHaveLength(descriptors.length)
    }
  })

  it('set “ ” —— …… in the Chinese font, each mark in a cell', () => {
    const line = one.pdf.pages
      .flatMap(({ lines }) => lines)
      .find(({ text }) => text.includes('破折号'))
    const marks = line?.glyphs.filter(({ text }) => /[“”—…]/.test(text)).slice(0, 6) ?? []
    expect(marks.map(({ text }) => text).join('')).toBe('“”——……')
    for (const { font } of marks) expect(font).toBe('BulletinFangsong')
    const [dash, second] = marks.filter(({ text }) => text === '—')
    expect((second?.x ?? 0) - (dash?.x ?? 0)).toBeCloseTo(156 / 28, 1)
  })

  it('set quotes among Latin words narrow', () => {
    const glyphs = one.pdf.pages
      .flatMap(({ lines }) => lines)
      .find(({ text }) => text.includes('Tom'))?.glyphs
    const apostrophe = glyphs?.find(({ text }) => text === '’')
    expect(apostrophe?.width).toBeLessThan(3)
  })

  it('let Han characters be copied as they were typed, never as radicals', () => {
    for (const { pdf } of [issue, one]) {
      for (const { text } of pdf.pages) expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/)
    }
  })
})
