import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterBlock,
  atEnd,
  defectsOf,
  pointsAsItStands,
  pointsOfRun,
  startOfRun,
} from '../../src/typeset/copyfit/defects.js'
import type { FlowBlock, Placed, Run } from '../../src/typeset/copyfit/flow.js'
import type { KnownBlock } from '../../src/typeset/copyfit/place.js'
import { knownBlocks, placed } from '../../src/typeset/copyfit/place.js'
import type { Ask } from '../../src/typeset/copyfit/plan.js'
import { planRun } from '../../src/typeset/copyfit/plan.js'

/** A block before it is placed. */
type Given = Partial<KnownBlock> & { lines: number }

const page = { pageLines: 10, duplex: true }

const paragraph = (lines: number, more: Partial<Given> = {}): Given => ({ lines, ...more })
const heading: Given = { lines: 1, unbroken: true, keepsWithNext: true, isText: false }
const picture = (lines: number): Given => ({ lines, unbroken: true, isText: false })
const signature: Given = { lines: 1, isSignature: true }
/** A paragraph that may have a line fewer or one more, for so much. */
const pliable = (lines: number, key: string, cost: { fewer?: number; more?: number }): Given => ({
  lines,
  paragraph: { key, ...cost },
})

/** Sets blocks from the top of a page. */
function runOf(given: readonly Given[], { firstPage = 3, asks = [] as readonly Ask[] } = {}): Run {
  const blocks: KnownBlock[] = []
  for (const one of given.toReversed()) {
    const next = blocks[0]
    const { lines, unbroken = false, keepsWithNext = false } = one
    const isWhole = unbroken || lines === 1
    const kept = keepsWithNext && isWhole && next ? next.space + next.needs : 0
    blocks.unshift({
      ...nowhere,
      space: 0,
      below: 0,
      isText: true,
      unbroken,
      keepsWithNext,
      startsPage: false,
      isSignature: false,
      needs: (isWhole ? lines : 1) + kept,
      ...one,
    })
  }
  let end = { page: firstPage, at: 0 }
  const set = blocks.map((block, index): FlowBlock => {
    const more = asks.find(({ key }) => key === block.paragraph?.key)?.lines ?? 0
    const at = placed(block, end, { pageLines: page.pageLines, next: blocks[index + 1], more })
    end = at.to
    return { ...block, ...at }
  })
  return { blocks: set, sharesLastPage: false }
}

const nowhere: Placed = { from: { page: 0, at: 0 }, to: { page: 0, at: 0 } }

const kinds = (run: Run) => defectsOf(run, page).map(({ kind, page: on }) => `${kind} ${on}`)

describe('the defects of an article', () => {
  it.each<[string, Given[], string[]]>([
    ['none on full pages', [paragraph(10), paragraph(10), paragraph(4)], []],
    ['a hole where a heading moves on', [paragraph(9), heading, paragraph(8)], ['hole 3']],
    [
      'a page on the right that is not level with the left one',
      [paragraph(10), paragraph(10), paragraph(9), heading, paragraph(12)],
      ['hole 5', 'uneven 5'],
    ],
    ['a first line alone', [paragraph(9), paragraph(5)], ['lone-first 3']],
    ['a last line alone', [paragraph(6), paragraph(5), paragraph(3)], ['lone-last 4']],
    ['a last page of two lines', [paragraph(4), paragraph(8)], ['short-end 4']],
    [
      'the signature counts for nothing on a last page',
      [paragraph(4), { ...paragraph(8), keepsWithNext: true }, signature],
      ['short-end 4'],
    ],
    ['three lines are a page', [paragraph(4), paragraph(9)], []],
  ])('%s', (_, given, expected) => {
    expect(kinds(runOf(given))).toEqual(expected)
  })

  it('are none where a page is ended on purpose', () => {
    expect(kinds(runOf([paragraph(5), { ...paragraph(5), startsPage: true }]))).toEqual([])
  })

  it('are not those of a last page that the colophon shares', () => {
    const run = runOf([paragraph(4), paragraph(8)])
    expect(defectsOf({ ...run, sharesLastPage: true }, page)).toEqual([])
  })

  it('include no uneven pages where only one side is printed', () => {
    const run = runOf([paragraph(10), paragraph(10), paragraph(9), heading, paragraph(12)])
    const found = defectsOf(run, { ...page, duplex: false })
    expect(found.map(({ kind }) => kind)).toEqual(['hole'])
  })
})

describe('the plan', () => {
  const asked = (given: Given[]) =>
    planRun(runOf(given), page).map(({ key, lines, why }) => [key, lines, why.kind, why.page])

  it('asks nothing where nothing is wrong', () => {
    expect(asked([pliable(10, 'a', { fewer: 0, more: 0 }), paragraph(4)])).toEqual([])
  })

  it('takes back a last page of one line', () => {
    expect(asked([pliable(5, 'a', { fewer: 900 }), paragraph(6)])).toEqual([
      ['a', -1, 'short-end', 4],
    ])
  })

  it('takes the cheapest paragraph, and of equal ones the nearest', () => {
    const blocks = (...costs: number[]) => [
      ...costs.map((fewer, index) => pliable(3, `p${index}`, { fewer })),
      paragraph(2),
    ]
    expect(asked(blocks(3000, 600, 3000))).toEqual([['p1', -1, 'short-end', 4]])
    expect(asked(blocks(600, 600, 600))).toEqual([['p2', -1, 'short-end', 4]])
  })

  it('lengthens the text before a heading that leaves a hole', () => {
    expect(asked([pliable(9, 'a', { more: 500 }), heading, paragraph(8)])).toEqual([
      ['a', 1, 'hole', 3],
    ])
  })

  it('shortens it where that makes room for a picture', () => {
    expect(
      asked([pliable(5, 'a', { fewer: 800 }), paragraph(2), picture(4), paragraph(6)]),
    ).toEqual([['a', -1, 'hole', 3]])
  })

  it('leaves a lone line that costs more than it is worth', () => {
    const blocks = (cost: number) => [pliable(9, 'a', { fewer: cost }), paragraph(5), paragraph(4)]
    expect(asked(blocks(1000))).toEqual([['a', -1, 'lone-first', 3]])
    expect(asked(blocks(5000))).toEqual([])
  })

  it('asks two paragraphs where one is not enough', () => {
    const blocks = [pliable(4, 'a', { fewer: 0 }), pliable(4, 'b', { fewer: 0 }), paragraph(4)]
    expect(asked(blocks).map(([key, lines]) => [key, lines])).toEqual([
      ['a', -1],
      ['b', -1],
    ])
  })
})

const block: fc.Arbitrary<Given> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      lines: fc.integer({ min: 2, max: 7 }),
      cost: fc.record(
        {
          fewer: fc.integer({ min: -500, max: 4000 }),
          more: fc.integer({ min: -500, max: 4000 }),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ lines: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.constant(heading) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }).map(picture) },
  { weight: 1, arbitrary: fc.constant({ lines: 2, space: 1 }) },
) as fc.Arbitrary<Given>

/** Articles of up to a dozen blocks, of which up to five may change; they end with a signature. */
const article = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => {
  let pliables = 0
  const named = blocks.map((one): Given => {
    const { cost, ...given } = one as Given & { cost?: object }
    return cost && pliables < 5 ? pliable(given.lines, `p${pliables++}`, cost) : given
  })
  return [...named, { lines: 2, keepsWithNext: true }, signature]
})
const firstPage = fc.constantFrom(2, 3)

describe('any article', () => {
  it('is understood: its blocks come to stand where they were found', () => {
    fc.assert(
      fc.property(article, firstPage, (given, from) => {
        const { blocks } = runOf(given, { firstPage: from })
        let end = blocks[0]?.from ?? { page: from, at: 0 }
        const known = knownBlocks(blocks, page.pageLines)
        for (const [index, one] of known.entries()) {
          const at = placed(one, end, { pageLines: page.pageLines, next: known[index + 1] })
          expect([at.from, at.to]).toEqual([blocks[index]?.from, blocks[index]?.to])
          end = at.to
        }
      }),
    )
  })

  it('is planned as well as by trying everything, with nothing asked that cannot be had', () => {
    fc.assert(
      fc.property(article, firstPage, (given, from) => {
        const run = runOf(given, { firstPage: from })
        const asks = planRun(run, page)
        expect(new Set(asks.map(({ key }) => key)).size).toBe(asks.length)
        for (const { key, lines } of asks) {
          const found = given.find((one) => one.paragraph?.key === key)?.paragraph
          expect(lines < 0 ? found?.fewer : found?.more).toBeDefined()
        }
        if (defectsOf(run, page).length === 0) expect(asks).toEqual([])
        else expect(pointsWith(run, asks)).toBe(bestPoints(run, given))
        expect(pointsWith(run, asks)).toBeLessThanOrEqual(pointsAsItStands(run, page))
        expect(planRun(run, page)).toEqual(asks)
      }),
      { numRuns: 300 },
    )
  })
})

/** The points of a run and of the asks with which it is set, as the planner counts them. */
function pointsWith(run: Run, asks: readonly Pick<Ask, 'key' | 'lines'>[]): number {
  const known = knownBlocks(run.blocks, page.pageLines)
  const [first] = known
  if (!first) return 0
  let state = startOfRun(first)
  let asking = 0
  const defects = []
  for (const [index, one] of known.entries()) {
    const more = asks.find(({ key }) => key === one.paragraph?.key)?.lines ?? 0
    const cost = more < 0 ? one.paragraph?.fewer : one.paragraph?.more
    if (more !== 0) asking += 2 + Math.ceil(Math.max(0, cost ?? 0) / 500)
    const free = index === 0 ? { ...one, needs: 0 } : one
    const options = { pageLines: page.pageLines, next: known[index + 1], more }
    const step = afterBlock(state, one, placed(free, state.end, options), page)
    state = step.state
    defects.push(...step.defects)
  }
  const all = [...defects, ...atEnd(state, run)]
  return asking + pointsOfRun({ from: first.from.page, to: state.end.page, defects: all })
}

/** The fewest points that any choice of at most four lines fewer or more has. */
function bestPoints(run: Run, given: readonly Given[]): number {
  const choices = given.flatMap(({ paragraph: found }) => (found ? [found] : []))
  const all = choices.reduce<Pick<Ask, 'key' | 'lines'>[][]>(
    (ways, { key, fewer, more }) =>
      ways.flatMap((way) => [
        way,
        ...(fewer === undefined ? [] : [[...way, { key, lines: -1 as const }]]),
        ...(more === undefined ? [] : [[...way, { key, lines: 1 as const }]]),
      ]),
    [[]],
  )
  const isWithin = (way: readonly Pick<Ask, 'lines'>[]) => {
    let longer = 0
    return way.every(({ lines }) => {
      longer += lines
      return Math.abs(longer) <= 4
    })
  }
  return Math.min(...all.filter(isWithin).map((way) => pointsWith(run, way)))
}
