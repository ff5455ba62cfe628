import { describe, expect, it } from 'vitest'
import { copyfitted } from '../../src/output/pdf/copyfit.js'
import type { Layout } from '../../src/output/pdf/layout/index.js'
import type { FlowBlock, PageFlow, Run } from '../../src/typeset/copyfit/flow.js'

const plain = {
  space: 0,
  below: 0,
  isText: true,
  unbroken: false,
  keepsWithNext: false,
  startsPage: false,
  isSignature: false,
}
const at = (page: number, line: number) => ({ page, at: line })
/** An article on a page of ten lines whose first paragraph, `key`, may give up a line. */
const article = (key: string, page: number, first: number, all: number): Run => {
  const blocks: FlowBlock[] = [
    {
      ...plain,
      from: at(page, 0),
      to: at(page, first),
      paragraph: { key, fewer: 0 },
    },
    all > 10
      ? { ...plain, from: at(page, first), to: at(page + 1, all - 10), foot: 10 }
      : { ...plain, from: at(page, first), to: at(page, all) },
  ]
  return { blocks, sharesLastPage: false }
}
/** One line too long for its page, or set to fit. */
const long = (key: string, page: number) => article(key, page, 5, 11)
const fitting = (key: string, page: number) => article(key, page, 4, 10)

const layout: Layout = {
  pages: {},
  total: 4,
  fitted: { tooWide: [], small: [] },
  moved: [],
  textOnFirstPage: true,
  blocks: [],
}

/** Lays out what is asked for; `flows` gives what then stands on the pages. */
async function copyfit(flows: (asked: string) => Run[], layouts: Partial<Layout>[] = []) {
  const laid: string[] = []
  const { asked, layout: made } = await copyfitted('', {
    async lay(html) {
      laid.push(html)
      const flow: PageFlow = { pageLines: 10, duplex: true, runs: flows(html) }
      return { ...layout, flow, ...layouts[laid.length - 1] }
    },
    withAsks: (asks) => [...asks].map(([key, lines]) => `${key}${lines}`).join(' '),
  })
  return { laid, made, asked: asked.map(({ key }) => key) }
}

describe('pages with other lines', () => {
  it('are kept when they came out as planned', async () => {
    const { laid, asked } = await copyfit((html) =>
      html === '' ? [long('a', 3), long('b', 5)] : [fitting('a', 3), fitting('b', 4)],
    )
    expect(laid).toEqual(['', 'a-1 b-1'])
    expect(asked).toEqual(['a', 'b'])
  })

  it('are laid out once where nothing is to be mended', async () => {
    const { laid, asked } = await copyfit(() => [fitting('a', 3)])
    expect([laid, asked]).toEqual([[''], []])
  })

  it('are made anew without what did not help', async () => {
    const { laid, asked } = await copyfit((html) => [
      html.includes('a') ? fitting('a', 3) : long('a', 3),
      long('b', 5),
    ])
    expect(laid).toEqual(['', 'a-1 b-1', 'a-1'])
    expect(asked).toEqual(['a'])
  })

  it('are those of the first layout when nothing helped', async () => {
    const { laid, asked } = await copyfit(() => [long('a', 3), long('b', 5)])
    expect(laid).toEqual(['', 'a-1 b-1', ''])
    expect(asked).toEqual([])
  })

  it('are those of the first layout when others became worse by more', async () => {
    const others = (html: string, key: string) =>
      html === '' ? fitting(key, 5) : article(key, 4, 5, 12)
    const { laid, asked } = await copyfit((html) => [
      html === '' ? long('a', 3) : fitting('a', 3),
      others(html, 'b'),
      others(html, 'c'),
    ])
    expect(laid).toEqual(['', 'a-1', ''])
    expect(asked).toEqual([])
  })

  it('are not those of a document whose first page lost its text', async () => {
    const { laid, asked } = await copyfit(
      (html) => [html === '' ? long('a', 3) : fitting('a', 3)],
      [{}, { textOnFirstPage: false }],
    )
    expect(laid).toEqual(['', 'a-1', ''])
    expect(asked).toEqual([])
  })

  it('are given back as they are when the browser drew other lines', async () => {
    const moved = [{ article: 'a1', words: '一' }]
    const { laid, made } = await copyfit(() => [long('a', 3)], [{}, { moved }])
    expect(laid).toEqual(['', 'a-1'])
    expect(made.moved).toEqual(moved)
  })

  it('are not planned for a layout that is printed anew anyway', async () => {
    const moved = [{ article: 'a1', words: '一' }]
    const { laid } = await copyfit(() => [long('a', 3)], [{ moved }])
    expect(laid).toEqual([''])
  })
})
