import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { cutTrueType } from '../../src/pdf/cut/truetype.js'
import { cutPages, readPdf } from '../../src/pdf/index.js'
import { readPdf as pagesIn } from '../kit/read-pdf.js'
import { root } from '../kit/workspace.js'

const whole = new Uint8Array(readFileSync(join(root, 'test/data/chromium-147.pdf')))

describe('pages cut out of a PDF', () => {
  const wanted = [3, 1]
  const cut = cutPages(readPdf(whole), wanted)

  it('are those that are wanted, with the text where it was', async () => {
    const [before, after] = await Promise.all([pagesIn(whole), pagesIn(cut)])
    expect(after.pages).toHaveLength(wanted.length)
    for (const [index, number] of wanted.entries()) {
      const [page, same] = [after.pages[index], before.pages[number - 1]]
      expect(page?.glyphs.length).toBeGreaterThan(0)
      // What the cut pages leave out: the tags, by which marked content is artifact or content.
      const bare = (all = page) =>
        all?.glyphs.map(({ text, x, y, width, size, font }) => ({ text, x, y, width, size, font }))
      expect(bare(page)).toEqual(bare(same))
      expect([page?.width, page?.height]).toEqual([same?.width, same?.height])
    }
  })

  it('have a part of the fonts, and so of the size', () => {
    expect(cut.length).toBeLessThan(whole.length / 2)
  })

  it('are cut again to the same pages', async () => {
    const again = await pagesIn(cutPages(readPdf(cut), [2]))
    expect(again.pages[0]?.text).toBe((await pagesIn(whole)).pages[0]?.text)
  })

  it('of a page that does not exist there are none', async () => {
    expect((await pagesIn(cutPages(readPdf(whole), [2, 99]))).pages).toHaveLength(1)
  })
})

it('a cut font draws its glyphs as the whole one does, those made of others too', () => {
  const path = '@expo-google-fonts/inconsolata/400Regular/Inconsolata_400Regular.ttf'
  const bytes = readFileSync(createRequire(import.meta.url).resolve(path))
  const font = create(bytes) as Font
  const glyphs = [...'aé½Ǻ—'].map((one) => font.glyphForCodePoint(one.codePointAt(0) ?? 0).id)
  const cut = cutTrueType(bytes, glyphs)
  const small = create(Buffer.from(cut?.file ?? [])) as Font
  expect(small.numGlyphs).toBeLessThan(20)
  for (const glyph of glyphs) {
    const [before, after] = [
      font.getGlyph(glyph),
      small.getGlyph(cut?.numbers.get(glyph) ?? Number.NaN),
    ]
    expect(after.path.toSVG()).toBe(before.path.toSVG())
    expect(after.path.toSVG()).not.toBe('')
    expect(after.advanceWidth).toBe(before.advanceWidth)
  }
})

it('a font that is not TrueType is not cut', () => {
  expect(cutTrueType(Buffer.from('OTTO\0\0\0\0\0\0\0\0', 'latin1'), [1])).toBeUndefined()
})
