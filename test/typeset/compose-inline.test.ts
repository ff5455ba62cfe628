import fc from 'fast-check'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { compose } from '../../src/typeset/compose/compose.js'
import { drawn } from '../../src/typeset/compose/drawn.js'
import type { FaceWithin } from '../../src/typeset/compose/inline.js'
import { inlineText, withLines } from '../../src/typeset/compose/inline.js'
import { itemsOf } from '../../src/typeset/compose/items.js'
import { inCells } from '../kit/cells.js'

const cell = { width: inCells('').width }
const note = { kind: 'box', width: 500, isNote: true } as const
const faceWithin: FaceWithin = (around, { tagName }) => {
  if (tagName === 'sup') return note
  if (tagName === 'img') return { kind: 'box', width: 2000 }
  return tagName === 'small' ? { width: inCells('', 500).width, size: 500 } : around
}

const element = (tagName: string, ...content: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: content.map((one) => (typeof one === 'string' ? { type: 'text', value: one } : one)),
})

/** The content of a paragraph with its lines drawn, as HTML. */
function setLines(paragraph: Element, cells: number): string {
  const read = inlineText(paragraph.children, cell, faceWithin)
  const made = itemsOf(read.pieces)
  const lines = compose(made.items, { measure: cells * 1000 })
  return toHtml(withLines(paragraph.children, read, drawn(made, lines)))
}

describe('lines drawn into a paragraph', () => {
  it.each([
    [
      'begin within markup, which stays whole',
      element('p', '甲乙丙', element('strong', '丁戊己庚辛'), '壬'),
      5,
      '甲乙丙<strong>丁戊<wbr>己庚辛</strong>壬',
    ],
    [
      'begin before a picture',
      element('p', '甲乙丙丁', element('img'), '戊己'),
      5,
      '甲乙丙丁<wbr><img>戊己',
    ],
    [
      'do not part the mark of a note from its word',
      element('p', '甲乙丙丁戊', element('sup', '①'), '己庚'),
      5,
      '甲乙丙丁<wbr>戊<sup>①</sup>己庚',
    ],
    [
      'have words with their gaps and marks without their blank',
      element('p', '共', element('em', '5'), '项（甲）。'),
      20,
      '共<em><span class="gaps">5</span></em>项（甲<span class="cut-after">）</span>。',
    ],
    [
      'measure gaps in the size of the text',
      element('p', '共', element('small', '5项')),
      20,
      '共<small><span style="margin-inline-start:0.5em;margin-inline-end:0.5em">5</span>项</small>',
    ],
    [
      'leave the breaks of the author, and no others',
      element('p', '甲乙', element('br'), '丙丁', element('wbr'), '戊己'),
      9,
      '甲乙<br>丙丁戊己',
    ],
  ])('%s', (_, paragraph, cells, html) => {
    expect(setLines(paragraph, cells)).toBe(html)
  })

  const text = fc.stringMatching(/^[一-龥，。（）“”0-9a-z ]{0,12}$/)
  const node = fc.oneof(
    text.map((value): ElementContent => ({ type: 'text', value })),
    fc
      .tuple(fc.constantFrom('strong', 'em', 'a', 'small'), text, text)
      .map(([tag, before, inside]) => element(tag, before, element('strong', inside))),
    fc.constantFrom(element('sup', '①'), element('img')),
  )

  it('begin and end as they may, whatever is marked up', () => {
    fc.assert(
      fc.property(
        fc.array(node, { maxLength: 20 }),
        fc.integer({ min: 14, max: 30 }),
        (nodes, cells) => {
          const paragraph = element('p', ...nodes.map((one) => structuredClone(one)))
          // A sequence of marks that fills a line leaves no choice.
          fc.pre(!/[^一-龥]{12}/.test(textOf(paragraph)))
          const html = setLines(paragraph, cells).replaceAll('<img>', '图')
          const lines = html.replace(/<(?!wbr)[^>]*>/g, '').split('<wbr>')
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）”① ]/)
          for (const [index, line] of lines.slice(0, -1).entries()) {
            expect(line.trimEnd()).not.toMatch(/[（“]$/)
            const around = line.slice(-1) + (lines[index + 1]?.[0] ?? '')
            expect(around).not.toMatch(/[0-9a-z]{2}/)
          }
        },
      ),
    )
  })

  it('keep every text in its order and every element whole', () => {
    fc.assert(
      fc.property(
        fc.array(node, { maxLength: 20 }),
        fc.integer({ min: 6, max: 30 }),
        (nodes, cells) => {
          const paragraph = element('p', ...nodes.map((one) => structuredClone(one)))
          const html = setLines(paragraph, cells)
          const bare = html.replace(/<wbr>|<span [^>]*>|<\/span>/g, '')
          expect(bare).toBe(toHtml(paragraph.children))
          expect(textOf(paragraph)).toBe(textOf(element('p', ...nodes)))
          const read = inlineText(paragraph.children, cell, faceWithin)
          const { items } = itemsOf(read.pieces)
          const lines = compose(items, { measure: cells * 1000 })
          expect(html.split('<wbr>').length).toBe(Math.max(1, lines.length))
        },
      ),
    )
  })
})
