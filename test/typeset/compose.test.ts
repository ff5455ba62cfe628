import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComposedLine } from '../../src/typeset/compose/adjust.js'
import { changesOf } from '../../src/typeset/compose/change.js'
import { mayCombine } from '../../src/typeset/compose/characters.js'
import { compose } from '../../src/typeset/compose/compose.js'
import { drawn } from '../../src/typeset/compose/drawn.js'
import type { Item } from '../../src/typeset/compose/item.js'
import { itemsOf } from '../../src/typeset/compose/items.js'
import type { Piece } from '../../src/typeset/compose/pieces.js'
import { textOf } from '../../src/typeset/compose/pieces.js'
import type { ComposeSettings } from '../../src/typeset/compose/settings.js'
import { inCells } from '../kit/cells.js'

type Settings = Omit<ComposeSettings, 'measure'>

interface Composed {
  items: readonly Item[]
  starts: readonly number[]
  lines: ComposedLine[]
  /** The text of each line. */
  texts: string[]
}

function set(content: string | readonly Piece[], cells: number, settings: Settings = {}): Composed {
  const pieces = typeof content === 'string' ? [inCells(content)] : content
  const { items, starts } = itemsOf(pieces, { widest: cells * 1000 })
  const lines = compose(items, { measure: cells * 1000, ...settings })
  const text = textOf(pieces)
  const texts = lines.map(({ first, last }) => text.slice(starts[first], starts[last + 1]))
  return { items, starts, lines, texts }
}

const linesOf = (...args: Parameters<typeof set>) => set(...args).texts

/** The drawn width of a line: its advances with all adjustments. */
function drawnWidth({ items }: Composed, line: ComposedLine): number {
  const shown = items.slice(line.first, line.shown + 1)
  const advances = shown.reduce((sum, { advance }) => sum + advance, 0)
  const changes = line.adjustments.reduce((sum, { before, after }) => sum + before + after, 0)
  return advances + changes + line.spread
}

/** The width of the only line of a text. */
const widthOf = (text: string, settings: Settings = {}) => set(text, 100, settings).lines[0]?.width

/** The adjustments of a line's items, before and after each, in hundredths of an em. */
const roomsOf = (composed: Composed, line = 0) =>
  composed.lines[line]?.adjustments.map(({ item, before, after }) => [
    item,
    ...(before === 0 ? [] : [{ before }]),
    ...(after === 0 ? [] : [{ after }]),
  ])

const part = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[一-龥]{1,9}$/) },
  { weight: 4, arbitrary: fc.constantFrom(...'，。、；：！？”“’‘）（》《〉〈】【』『」「〕〔') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('——', '……', '·', '～', '／', '－', '…', '％', '℃', '〇'),
  },
  { weight: 2, arbitrary: fc.stringMatching(/^\d{1,4}(\.\d{1,2})?%?$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}( [a-z]{1,7})?$/) },
)
const paragraph = fc.array(part, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
const settings = fc.record({
  indent: fc.constantFrom(0, 2000),
  punctuation: fc.constantFrom('squeeze', 'full', 'open'),
  gap: fc.constantFrom(0, 125, 250),
  looseness: fc.constantFrom(-1, 0, 1),
})
const cells = fc.integer({ min: 12, max: 40 })

describe('natural widths, in thousandths of an em', () => {
  it.each([
    ['汉字', 2000],
    ['字，字', 3000],
    ['他说：“好。”完', 7000],
    ['（《书》）', 4000],
    ['甲）（乙', 3500],
    ['字。（字', 3500],
    ['甲——乙', 4000],
    ['甲……乙', 4000],
    ['甲·乙', 2500],
    ['用GDP衡量', 5000],
    ['共5项', 3000],
    ['增长3.5%，降', 6250],
    ['（5）字', 3500],
  ])('%s is %d wide', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  it('leave no gap between Han and Latin where none is wanted', () => {
    expect(widthOf('共5项', { gap: 0 })).toBe(2500)
  })

  it('are those of the chosen style of punctuation', () => {
    const text = '甲，乙。“丙”《丁》戊'
    expect(widthOf(text)).toBe(10_000)
    expect(widthOf(text, { punctuation: 'full' })).toBe(10_000)
    expect(widthOf(text, { punctuation: 'open' })).toBe(8500)
  })
})

describe('the end of a line', () => {
  it.each([
    ['a closing mark is squeezed in', '甲乙丙，丁戊己庚，辛壬癸', 8, '甲乙丙，丁戊己庚，'],
    ['an opening mark goes down', '甲乙丙丁戊己庚（壬癸）子丑', 8, '甲乙丙丁戊己庚'],
    ['a dash is never cut and begins no line', '甲乙丙丁戊己——庚辛壬癸', 7, '甲乙丙丁戊'],
    ['an ellipsis neither', '甲乙丙丁戊己……庚辛壬癸', 7, '甲乙丙丁戊'],
    ['a number neither', '甲乙丙丁戊己12,345.6万元庚辛', 8, '甲乙丙丁戊己'],
    ['nor its percent sign', '甲乙丙丁戊己庚5％壬癸子丑', 8, '甲乙丙丁戊己庚'],
    ['a word goes down whole', '甲乙丙丁戊bulletin己庚辛', 8, '甲乙丙丁戊'],
    ['an interpunct goes to the line before', '甲乙丙丁戊己庚·辛壬癸子', 7, '甲乙丙丁戊己'],
    ['a range is kept', '甲乙丙丁戊5～8月己庚辛', 6, '甲乙丙丁戊'],
    ['a blank in a name is kept', '甲乙丙丁戊己庚，李\u3000四、壬癸', 9.5, '甲乙丙丁戊己庚，'],
    ['also behind other words', '甲乙丙丁戊己庚孟\u3000冬，辛壬', 8, '甲乙丙丁戊己庚'],
    ['and before them', '甲乙丙丁、孟\u3000冬同志讲话', 7, '甲乙丙丁、'],
    [
      'a blank between names ends a line unseen',
      '张三丰\u3000李四光\u3000王五',
      7,
      '张三丰\u3000李四光\u3000',
    ],
    ['straight quotes hold to both sides', '甲乙丙丁戊"己庚"', 5.5, '甲乙丙丁'],
    ['words part at their space', 'the quick brown fox jumps over', 8, 'the quick brown '],
  ])('%s', (_, text, cells, first) => {
    expect(linesOf(text, cells)[0]).toBe(first)
  })

  it('keeps the mark of a note with what it marks', () => {
    const note: Piece = { kind: 'box', width: 500, isNote: true }
    const [first] = linesOf([inCells('甲乙丙丁戊己庚辛'), note, inCells('壬癸子丑')], 8)
    expect(first).toBe('甲乙丙丁戊己庚')
  })

  it('cuts an address at its joints, and anywhere when one part is too long', () => {
    const lines = linesOf('请各村登录https://example.org/notices/2026/11/list查看', 15.5)
    expect(lines).toEqual(['请各村登录https://example.org/', 'notices/2026/11/list查看'])
    expect(linesOf('编号0123456789012345678901234567890123456789号', 8)).toHaveLength(3)
  })

  it('keeps a long word of a language whole where a line can hold it', () => {
    expect(linesOf('甲乙丙丁internationalization', 12)).toEqual([
      '甲乙丙丁',
      'internationalization',
    ])
  })

  it('cuts a long formula behind its signs, and no number in it', () => {
    expect(linesOf('收入是1200+3400+5600+7800+9900元', 10)).toEqual([
      '收入是1200+3400+',
      '5600+7800+9900元',
    ])
    expect(linesOf('甲乙丙丁戊己庚3.5×1200×36.5×24000＝36000000', 11)[1]).toMatch(/^[\d.]+×/)
  })

  it('parts a document number or a long range rather than tear the line open', () => {
    const [first] = linesOf(
      '根据《甲乙丙丁戊己庚辛壬癸子丑年度校历》（湄教体〔2023〕41号）和会议精神',
      28,
    )
    expect(first).toMatch(/〔2023〕$/)
    expect(linesOf('将西侧三分之一的区域腾空，训练时间为19:00—21:00，不影响白天', 22)[0]).toMatch(
      /19:00—$/,
    )
  })

  it('parts two words behind the slash between them', () => {
    expect(linesOf('甲乙丙丁戊Linux/macOS己庚', 9)[0]).toBe('甲乙丙丁戊Linux/')
  })

  it('begins no line with ~', () => {
    expect(linesOf('甲乙丙丁戊~己庚辛', 5)[0]).toBe('甲乙丙丁')
  })

  it('cuts a word that no line could hold', () => {
    expect(linesOf('甲internationalization乙', 4)).toHaveLength(4)
  })
})

describe('reduction', () => {
  it('takes the mark at the end of the line first, and nothing else if that will do', () => {
    const composed = set('甲乙，丙丁戊己庚辛壬，癸子丑', 10.5)
    expect(composed.texts[0]).toBe('甲乙，丙丁戊己庚辛壬，')
    expect(roomsOf(composed)).toEqual([[10, { after: -500 }]])
  })

  it('then the blanks of brackets, before those of commas, equally', () => {
    const composed = set('甲（乙）丙，丁戊己庚辛壬，癸子丑寅', 11.7)
    expect(composed.texts[0]).toBe('甲（乙）丙，丁戊己庚辛壬，')
    expect(roomsOf(composed)).toEqual([
      [1, { before: -400 }],
      [3, { after: -400 }],
      [12, { after: -500 }],
    ])
  })

  it('then commas, then gaps of Latin, then full stops', () => {
    const composed = set('甲，乙5丙。丁戊己庚辛壬，癸子丑寅', 11.35)
    expect(composed.texts[0]).toBe('甲，乙5丙。丁戊己庚辛壬，')
    expect(roomsOf(composed)).toEqual([
      [1, { after: -500 }],
      [2, { after: 125 }],
      [3, { after: 125 }],
      [5, { after: -400 }],
      [12, { after: -500 }],
    ])
  })

  it('never takes from a mark that keeps its cell', () => {
    const composed = set('甲，乙，丙丁戊己庚，壬癸', 8.5, { punctuation: 'full' })
    expect(composed.texts[0]).toBe('甲，乙，丙丁戊己')
    expect(roomsOf(composed)).toEqual([])
  })
})

describe('expansion', () => {
  it('widens word spaces and gaps to half an em, then all gaps alike', () => {
    const composed = set('甲乙丙丁5戊己庚《辛》', 9)
    expect(composed.texts[0]).toBe('甲乙丙丁5戊己庚')
    expect(roomsOf(composed)).toEqual([
      [3, { after: 500 }],
      [4, { after: 500 }],
    ])
    expect(composed.lines[0]).toMatchObject({ spread: 500, gaps: 7 })
  })

  it('leaves the last line, and the one before a forced break, as they are', () => {
    const pieces: Piece[] = [inCells('甲乙丙'), { kind: 'break' }, inCells('丁戊')]
    const { lines, texts } = set(pieces, 10)
    expect(texts).toEqual(['甲乙丙\ufffc', '丁戊'])
    expect(lines.map(({ width, isEnd }) => [width, isEnd])).toEqual([
      [3000, true],
      [2000, true],
    ])
  })
})

describe('the last line', () => {
  it('is no single character: it is squeezed in, or gets company', () => {
    const clauses = '甲乙丙，'.repeat(3)
    const rest = '丁'.repeat(16)
    expect(linesOf(`${clauses}${rest}戊。`, 28)).toEqual([`${clauses}${rest}戊。`])
    expect(linesOf(`${rest}己庚。`, 17)).toEqual([rest, '己庚。'])
    expect(linesOf(`${rest}己庚。`, 17.5)).toEqual([rest, '己庚。'])
  })

  it('may be one fewer or more on request, where the lines allow it', () => {
    const clauses = '某乡镇今年修建了水渠，'.repeat(10)
    const count = (end: string, looseness: -1 | 0 | 1) =>
      linesOf(clauses + end, 28, { looseness }).length
    expect([count('增收。', 0), count('增收。', 1)]).toEqual([4, 5])
    expect([count('农民增收。', 0), count('农民增收。', -1)]).toEqual([5, 4])
    expect(linesOf('短短一行。', 28, { looseness: -1 })).toHaveLength(1)
  })
})

describe('what a line fewer or more costs', () => {
  const changes = (text: string, cells = 28) =>
    changesOf(itemsOf([inCells(text)], { widest: cells * 1000 }).items, { measure: cells * 1000 })
  const clauses = '某乡镇今年修建了水渠，'.repeat(10)

  it('is told where it can be had, and only there', () => {
    expect(Object.keys(changes(`${clauses}增收。`))).toEqual(['more'])
    expect(Object.keys(changes(`${clauses}农民增收。`))).toEqual(['fewer'])
    expect(changes('短短一行。')).toEqual({})
    expect(changes('')).toEqual({})
  })

  it('concerns the lines behind the last forced break', () => {
    const text = (part: string) => [inCells(part), { kind: 'break' } as const]
    const pieces = [...text('甲'), inCells(`${clauses}农民增收。`)]
    const { items } = itemsOf(pieces, { widest: 28_000 })
    expect(changesOf(items, { measure: 28_000 })).toEqual(changes(`${clauses}农民增收。`))
    expect(changesOf(itemsOf(text('甲')).items, { measure: 28_000 })).toEqual({})
  })

  it('is true of the lines that are then made', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, { looseness: _, ...how }) => {
        const { items } = itemsOf([inCells(text)], { widest: width * 1000 })
        const given = { measure: width * 1000, ...how }
        const usual = compose(items, given).length
        const { fewer, more } = changesOf(items, given)
        const count = (looseness: -1 | 1) => compose(items, { ...given, looseness }).length - usual
        if (fewer !== undefined) expect(count(-1)).toBe(-1)
        if (more !== undefined) expect(count(1)).toBe(1)
      }),
    )
  })
})

describe('as changes to the text', () => {
  it('lines begin at offsets, and what is not in its natural place has room at its sides', () => {
    const { lines, texts, ...made } = set('甲（乙）丙，共25项，戊己庚《辛》。壬', 9)
    expect(texts).toEqual(['甲（乙）丙，共25项，', '戊己庚《辛》。壬'])
    expect(drawn(made, lines)).toEqual({
      breaks: [11],
      rooms: [
        { from: 1, to: 2, before: -500, after: 0 },
        { from: 3, to: 4, before: 0, after: -500 },
        { from: 7, to: 9, before: 250, after: 250 },
        { from: 10, to: 11, before: 0, after: -500 },
        { from: 16, to: 17, before: 0, after: -500 },
      ],
    })
  })

  it('keep what a line has as it is, whatever the text', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, how) => {
        const { lines, ...made } = set(text, width, how)
        const { breaks, rooms } = drawn(made, lines)
        expect(breaks).toEqual(lines.slice(1).map(({ first }) => made.starts[first]))
        const sum = (all: readonly { before: number; after: number }[]) =>
          all.reduce((total, { before, after }) => total + before + after, 0)
        expect(sum(rooms)).toBe(sum(lines.flatMap(({ adjustments }) => adjustments)))
        expect(rooms.map(({ from }) => from)).toEqual(
          [...new Set(rooms.map(({ from }) => from))].sort((a, b) => a - b),
        )
      }),
    )
  })
})

describe('whatever the text', () => {
  it('every item is in exactly one line, and the same text comes out the same', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, how) => {
        const { lines, texts, items } = set(text, width, how)
        expect(texts.join('')).toBe(text)
        expect(lines.map(({ first }) => first)).toEqual(
          [0, ...lines.map(({ last }) => last + 1)].slice(0, -1),
        )
        expect(lines.at(-1)?.last).toBe(items.length - 1)
        expect(set(text, width, how).lines).toEqual(lines)
      }),
    )
  })

  it('no line begins or ends with a mark that may not, nor parts a number or a word', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, how) => {
        // A sequence of marks that fills a line leaves no choice.
        fc.pre(!/[^一-龥]{11}/.test(text))
        for (const line of linesOf(text, width, how).slice(1)) {
          expect(line).not.toMatch(/^[，。、；：！？”’）》〉】』」〕·～／－—…％℃ ]/)
        }
        for (const line of linesOf(text, width, how).slice(0, -1)) {
          expect(line).not.toMatch(/[“‘（《〈【『「〔]$/)
        }
        const ends = linesOf(text, width, how).map(
          (line, index, all) => line.slice(-1) + (all[index + 1]?.[0] ?? ''),
        )
        for (const around of ends) expect(around).not.toMatch(/[\dA-Za-z.%][\dA-Za-z.%]|——|……/)
      }),
    )
  })

  it('full lines are exactly on the measure', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, how) => {
        const composed = set(text, width, how)
        for (const [index, line] of composed.lines.entries()) {
          expect(drawnWidth(composed, line)).toBe(line.width)
          const measure = width * 1000 - (index === 0 ? how.indent : 0)
          if (line.isEnd) expect(line.width).toBeLessThanOrEqual(measure)
          else if (line.gaps > 0) expect(line.width).toBe(measure)
        }
      }),
    )
  })

  it('a line of Han and single marks is never short by more than goes down for a rule', () => {
    const clause = fc
      .tuple(fc.stringMatching(/^[一-龥]{2,20}$/), fc.constantFrom(...'，。、；'))
      .map((both) => both.join(''))
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 12 }), cells, (clauses, width) => {
        for (const line of set(clauses.join(''), width).lines) {
          // A character with its mark, and one more where the last line would otherwise be a runt.
          if (!line.isEnd) expect(line.natural).toBeGreaterThanOrEqual(width * 1000 - 2500)
          expect(line.width).toBeLessThanOrEqual(width * 1000)
        }
      }),
    )
  })

  it('a line is spread by more than ¾ em only where nothing can be taken in', () => {
    const clause = fc
      .tuple(fc.stringMatching(/^[一-龥]{2,12}$/), fc.constantFrom(...'，。、；'))
      .map((both) => both.join(''))
    fc.assert(
      fc.property(fc.array(clause, { minLength: 8, maxLength: 24 }), (clauses) => {
        const { lines, texts } = set(clauses.join(''), 28)
        // The last two may be set for the last line not to be 孤字.
        for (const [index, { natural }] of lines.slice(0, -2).entries()) {
          if (natural >= 27_250) continue
          // What comes next, alone in a line, would be 孤字, and is taken in if it can be.
          const next = /^.[，。、；]?/u.exec(texts[index + 1] ?? '')?.[0] ?? ''
          expect(linesOf(`${texts[index]}${next}`, 28)).toHaveLength(2)
        }
      }),
    )
  })

  it('nothing shrinks below its ink, and all is in whole units', () => {
    fc.assert(
      fc.property(paragraph, cells, settings, (text, width, how) => {
        const { items, lines } = set(text, width, how)
        for (const { adjustments } of lines)
          for (const { item, before, after } of adjustments) {
            expect(Number.isInteger(before) && Number.isInteger(after)).toBe(true)
            const taken = Math.min(0, before) + Math.min(0, after)
            const { kind, blankBefore = 0, blankAfter = 0, advance = 0 } = items[item] ?? {}
            const most = kind === 'space' ? advance - 250 : blankBefore + blankAfter
            expect(-taken).toBeLessThanOrEqual(most)
          }
      }),
    )
  })
})

it('finds every character that combines, so that none is measured by itself', () => {
  const all = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint))
  expect(all.filter((one) => /\p{M}/u.test(one) && !mayCombine.test(one))).toEqual([])
  expect('印发关于“基层”的通知，共5项。'.match(mayCombine)).toBeNull()
})

it('measures a character of a face once, however often it comes', () => {
  const asked: string[] = []
  const piece: Piece = {
    kind: 'text',
    text: '学习学习，再学习，',
    width: (run) => {
      asked.push(run)
      return 1000
    },
  }
  const { items, starts } = itemsOf([piece, piece])
  expect(asked).toEqual([...'学习，再'])
  expect(starts).toEqual(Array.from({ length: 19 }, (_, index) => index))
  expect(items.filter(({ kind }) => kind === 'pause')).toHaveLength(4)
})
