import fc from 'fast-check'
import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { facesOf } from '../../../src/output/docx/faces.js'
import { wordPage } from '../../../src/output/docx/page.js'
import { run } from '../../../src/output/docx/run.js'
import { startPage } from '../../../src/output/docx/start-page.js'
import { gridOf } from '../../../src/output/docx/table-cells.js'
import { element, partOf, w } from '../../../src/output/docx/xml.js'

describe('the page of a Word file', () => {
  const page = { chars: 28, lines: 22, line: 0, top: 37, duplex: true, mirror: false }

  it('has 三号 letters, drawn together so that 28 fill 156 mm', () => {
    expect(wordPage(page)).toMatchObject({ size: 16, line: 579, spacing: -0.25, charSpace: -848 })
  })

  it('never lets a line of the body be wider, or the lines of a page higher, than the type area', () => {
    const cells = fc.integer({ min: 16, max: 45 })
    const rows = fc.integer({ min: 10, max: 45 })
    fc.assert(
      fc.property(cells, rows, (chars, lines) => {
        const made = wordPage({ ...page, chars, lines })
        expect(chars * (made.size + made.spacing)).toBeLessThanOrEqual((156 * 72) / 25.4)
        expect(lines * made.line).toBeLessThanOrEqual((225 * 1440) / 25.4)
      }),
    )
  })
})

describe('the faces of a Word file', () => {
  it('are those of offices, unless the settings name an installed family', () => {
    expect(facesOf({}).fangsong).toBe('仿宋_GB2312')
    expect(facesOf({ fonts: 'bundled' }).title).toBe('方正小标宋简体')
    expect(facesOf({ fonts: { fangsong: '华文仿宋' } })).toMatchObject({
      fangsong: '华文仿宋',
      kai: '楷体_GB2312',
    })
  })
})

describe('a run of text', () => {
  const look = { role: 'fangsong', size: 16 } as const

  it('is XML whatever the text holds', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(texts, (text) => {
        const xml = Buffer.from(partOf(run(facesOf({}), look, text))).toString()
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(xml.split('<w:t ').length).toBe(xml.split('</w:t>').length)
      }),
    )
  })
})

describe('a page break before some blocks', () => {
  it('is in the first paragraph, after its style, also within a table', () => {
    const paragraph = w('p', {}, w('pPr', {}, w('pStyle', { val: 'Normal' }), w('jc')))
    const table = w('tbl', {}, w('tblPr'), w('tr', {}, w('tc', {}, w('tcPr'), paragraph)))
    for (const blocks of [[paragraph], [table], [w('p')]]) {
      const text = Buffer.from(partOf(element('x', {}, startPage(blocks)))).toString()
      expect(text).toMatch(/<w:p><w:pPr>(<w:pStyle w:val="Normal" \/>)?<w:pageBreakBefore \/>/)
    }
  })
})

describe('the grid of a table', () => {
  const cell = (properties: Element['properties'] = {}): Element => ({
    type: 'element',
    tagName: 'td',
    properties,
    children: [],
  })
  const row = (...children: Element[]): Element => ({
    type: 'element',
    tagName: 'tr',
    properties: {},
    children,
  })
  const table = (...children: Element[]): Element => ({
    type: 'element',
    tagName: 'table',
    properties: {},
    children,
  })

  it('covers every column of every row once', () => {
    const { rows, columns } = gridOf(
      table(
        row(cell({ rowSpan: 2 }), cell({ colSpan: 2 })),
        row(cell(), cell({ rowSpan: 2 })),
        row(cell()),
      ),
    )
    expect(columns).toBe(3)
    expect(
      rows.map(({ cells }) =>
        cells.map(({ column, columns: span, merge }) => [column, span, merge]),
      ),
    ).toEqual([
      [
        [0, 1, 'first'],
        [1, 2, undefined],
      ],
      [
        [0, 1, 'further'],
        [1, 1, undefined],
        [2, 1, 'first'],
      ],
      [
        [0, 1, undefined],
        [1, 1, undefined],
        [2, 1, 'further'],
      ],
    ])
  })
})
