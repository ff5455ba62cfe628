import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../kit/contents.js'
import { article, prose } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { textIn } from '../kit/type-area.js'
import { type Files, root, workspace } from '../kit/workspace.js'

const folder = workspace('template')
const cover = 'partials/cover.hbs'
const ours = readFileSync(join(root, 'templates/newsletter', cover), 'utf8')

const issueWith = (template: Files): Files => ({
  'bulletin.yaml': 'title: 工作通讯\npublisher: 某某协会\ntemplate: ./my-template\n',
  '1.md': article({ title: '一篇', unit: '甲馆', section: '要闻' }, prose(60)),
  ...Object.fromEntries(
    Object.entries(template).map(([path, text]) => [`my-template/${path}`, text]),
  ),
})

let printed: Record<
  'cover' | 'style' | 'hidden' | 'name' | 'block' | 'partial' | 'syntax' | 'missing' | 'plain',
  Printed
>
beforeAll(async () => {
  printed = await press(folder, {
    cover: issueWith({
      [cover]:
        '<header class="cover"><p>自家封面 {{#each masthead.lines}}{{this}}{{/each}}</p></header>',
    }),
    style: issueWith({ 'styles/mine.css': '.signature { font-family: var(--hei); }' }),
    hidden: issueWith({ 'styles/mine.css': '.section-name { visibility: hidden; }' }),
    name: issueWith({ [cover]: ours.replace('{{issueLine}}', '{{isueLine}}') }),
    block: issueWith({ [cover]: `<header class="cover">\n  {{#if pubisher}}x{{/if}}</header>` }),
    partial: issueWith({
      'page.hbs': '<main class="sheet" data-role="sheet">\n\n{{> covr}}</main>',
    }),
    syntax: issueWith({ [cover]: '<p>\n{{#if publisher}}\n</p>' }),
    missing: {
      'bulletin.yaml': 'template: ./nowhere\n',
      '1.md': article({ title: '一篇' }, prose(60)),
    },
    plain: issueWith({ 'README.md': '空' }),
  })
})

const said = ({ report, folder: own }: Printed) =>
  report.diagnostics.map(
    ({ file, at, rule }) =>
      `${file.slice(file.lastIndexOf('template') - 3).replace(own, '')}:${at.line}:${at.column} ${rule}`,
  )

describe('a template folder of the editor’s own', () => {
  it('overrides one file and inherits the rest', () => {
    const { pdf, report } = printed.cover
    expect(report.exitCode).toBe(0)
    expect(pdf.pages[0]?.text.replace(/\s/g, '')).toBe('自家封面工作通讯')
    expect(pdf.pages[1]?.text).toContain('目录')
    expect(pdf.pages[2] && textIn(pdf.pages[2], 'BulletinTitle')).toBe('一篇')
  })

  it('may hide a heading, and every link and number of the 目录 is still true', () => {
    const { pdf, report } = printed.hidden
    // The browser creates no bookmark for it; the first print reveals that, and a second follows.
    expect([report.exitCode, report.prints]).toEqual([0, 2])
    expect(pdf.outline.map(({ title }) => title)).toEqual(['一篇'])
    expect(contentsOf(pdf).map(({ number, leadsTo }) => [number, leadsTo])).toEqual([[3, 3]])
  })

  it('adds a style sheet after ours', () => {
    const line = printed.style.pdf.pages[2]?.lines.find(({ text }) => text.includes('甲馆'))
    expect(line?.glyphs.map(({ font }) => font)).toEqual(Array(4).fill('BulletinHei'))
  })

  it('may be empty: then all is ours', () => {
    expect(printed.plain.pdf.pages.map(({ text }) => text)).toHaveLength(4)
  })
})

describe('a mistake in it', () => {
  it('in a name is said with file, line and column and the right name', () => {
    const line = ours.split('\n').findIndex((text) => text.includes('{{issueLine}}')) + 1
    const { report } = printed.name
    expect(report.exitCode).toBe(2)
    expect(said(printed.name)).toEqual([
      expect.stringMatching(new RegExp(`my-template/${cover}:${line}:\\d+ template-name$`)),
    ])
    const [one] = report.diagnostics
    expect(one?.message).toContain('“isueLine”')
    expect(one?.hint).toContain('改成 issueLine')
    const text = ours.replace('{{issueLine}}', '{{isueLine}}').split('\n')[line - 1] ?? ''
    expect(one?.at.column).toBe(text.indexOf('isueLine') + 1)
  })

  it('is said in {{#if}} too, which Handlebars itself passes over', () => {
    expect(printed.block.report.exitCode).toBe(2)
    expect(said(printed.block)).toEqual([
      expect.stringMatching(/my-template\/partials\/cover\.hbs:2:9 template-name$/),
    ])
  })

  it('in the name of a partial is said', () => {
    expect(printed.partial.report.exitCode).toBe(2)
    expect(said(printed.partial)).toEqual([
      expect.stringMatching(/my-template\/page\.hbs:3:\d+ template-name$/),
    ])
    expect(printed.partial.report.diagnostics[0]?.hint).toContain('改成 cover')
  })

  it('in the braces is said', () => {
    expect(printed.syntax.report.exitCode).toBe(2)
    expect(said(printed.syntax)).toEqual([
      expect.stringMatching(/my-template\/partials\/cover\.hbs:\d+:\d+ template-syntax$/),
    ])
  })

  it('in its path is said where bulletin.yaml names it', () => {
    const { report } = printed.missing
    expect(report.exitCode).toBe(2)
    expect(report.diagnostics).toHaveLength(1)
    expect(report.diagnostics[0]).toMatchObject({ rule: 'template-missing', at: { line: 1 } })
    expect(report.diagnostics[0]?.file).toMatch(/bulletin\.yaml$/)
  })
})
