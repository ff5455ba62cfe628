import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Glyph } from '../kit/glyphs.js'
import { oneGlyphFont } from '../kit/one-glyph-font.js'
import { type Printed, press } from '../kit/press.js'

const article = (...body: string[]) =>
  `---\ntitle: 志愿服务\nsection: 要闻\n---\n\n${body.join('\n')}\n`

const EMOJI = ['👍', '👍🏽', '🎉', '1️⃣', '#️⃣', '🇨🇳', '👨‍👩‍👧‍👦', '🏳️‍🌈', '❤️', '👩‍⚕️', '✅']
const SIGNS = [...'☑☐✓✔✘→①⌘★♥☎℃㎡▲ℝ⟨🅐']

let folder: string
let made: Record<'symbols' | 'boxes' | 'code' | 'rare', Printed>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-symbols-'))
  await writeFile(join(folder, 'rare.ttf'), await oneGlyphFont('Rare', '𠮷'))
  made = await press(
    folder,
    {
      symbols: { '01.md': article(EMOJI.join('，'), '', SIGNS.join('，')) },
      boxes: { '01.md': article('- [x] 已办', '- [ ] 未办', '- ☑ 已查', '- ☐ 未查') },
      code: {
        '01.md': article(
          '先写`npm ci`，再写`张三=1`。',
          '',
          '```',
          '姓名，  city',
          '张三    Beijing',
          '李四“a” x→y',
          'é─├ …iiWW',
          '```',
        ),
      },
      rare: {
        'bulletin.yaml': 'fonts: {}\n',
        '01.md': article('𠮷野来访，&#x20BB7;田同行。'),
      },
    },
    { env: { ...process.env, BULLETIN_FONTS: folder } },
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const glyphsOf = ({ pdf }: Printed): Glyph[] => pdf.pages.flatMap(({ glyphs }) => glyphs)
const fontsOf = (printed: Printed, text: string) =>
  glyphsOf(printed).flatMap((glyph) => (glyph.text.includes(text) ? glyph.font : []))

describe('emoji and signs', () => {
  it('are no findings', () => {
    expect(made.symbols.report.diagnostics).toEqual([])
  })

  it('print in an open face of one colour, a sequence as one figure of one em', () => {
    const drawn = glyphsOf(made.symbols).filter(({ font }) => font === 'BulletinEmoji')
    // The emoji variation selector (U+FE0F) is a blank glyph without an advance.
    const figures = drawn.filter(({ text }) => text !== ' ')
    expect(figures).toHaveLength(EMOJI.length)
    const [first] = figures
    for (const { width } of figures) expect(width).toBeCloseTo(first?.width ?? 0, 3)
  })

  it('come from a face of text where one has them', () => {
    expect(fontsOf(made.symbols, '①')).toEqual(['BulletinFangsong'])
    expect(fontsOf(made.symbols, '☎')).toEqual(['BulletinFangsong'])
    expect(fontsOf(made.symbols, '✔')).toEqual(['BulletinSymbols'])
  })

  it('has boxes of tasks, typed or made, as a pair of one face', () => {
    expect(fontsOf(made.boxes, '☑')).toEqual(['BulletinSymbols', 'BulletinSymbols'])
    expect(fontsOf(made.boxes, '☐')).toEqual(['BulletinSymbols', 'BulletinSymbols'])
  })
})

describe('code', () => {
  const lines = () => {
    const code = glyphsOf(made.code).filter(({ size }) => Math.abs(size - 12) < 0.1)
    const rows = [...new Set(code.map(({ y }) => y.toFixed(1)))]
    return rows.map((row) => code.filter(({ y }) => y.toFixed(1) === row))
  }

  it('has columns: a figure takes half of the cell of a Han character', () => {
    const half = (6 / 72) * 25.4
    const block = lines().filter((row) => row.some(({ font }) => font === 'BulletinCode'))
    expect(block).toHaveLength(4)
    for (const row of block) {
      const left = row[0]?.x ?? 0
      for (const { text, x } of row) {
        const column = (x - left) / half
        expect(Math.abs(column - Math.round(column)), text).toBeLessThan(0.01)
      }
    }
    const startOf = (text: string) =>
      block.map((row) => row.find((glyph) => glyph.text === text)?.x).find((x) => x !== undefined)
    expect(startOf('c')).toBeCloseTo(startOf('B') ?? 0, 1)
  })

  it('in a paragraph has the same pitch, and no space between its Han and Latin', () => {
    const glyphs = glyphsOf(made.code)
    const equals = glyphs.findIndex(({ text }) => text === '=')
    const [han, sign, one] = glyphs.slice(equals - 1, equals + 2)
    expect(sign?.font).toBe('BulletinCode')
    expect((sign?.x ?? 0) - (han?.x ?? 0)).toBeCloseTo(han?.width ?? 0, 1)
    expect((one?.x ?? 0) - (sign?.x ?? 0)).toBeCloseTo((han?.width ?? 0) / 2, 1)
  })
})

describe('a character that only a font of this machine has', () => {
  it('prints in that font', () => {
    expect(made.rare.report.diagnostics).toEqual([])
    expect(fontsOf(made.rare, '𠮷')).toEqual(['Rare', 'Rare'])
  })
})
