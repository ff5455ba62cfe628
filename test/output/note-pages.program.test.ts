import { beforeAll, describe, expect, it } from 'vitest'
import { article, han } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

/** An article of `count` paragraphs of one line, and notes of one line to the last of them. */
const withNotes = (count: number, notes: number) => {
  const numbers = Array.from({ length: notes }, (_, n) => n + 1)
  const lines = Array.from({ length: count }, (_, n) => `${han(20, n)}。`).join('\n\n')
  const marks = numbers.map((n) => `[^${n}]`).join('')
  return `${lines}${marks}\n\n${numbers.map((n) => `[^${n}]: 注文${han(8, n)}。`).join('\n\n')}`
}

/** The first page holds all, then only some of the notes, then not all of the text. */
const lengths = Array.from({ length: 10 }, (_, n) => 13 + n)
const issue = (notes: number) => ({
  'bulletin.yaml': 'title: 工作通讯\n',
  ...Object.fromEntries(
    lengths.map((count) => [`${count}.md`, article({ title: '题' }, withNotes(count, notes))]),
  ),
})

const folder = workspace('note-pages')

let printed: Record<'one' | 'three' | 'six', Printed>
beforeAll(async () => {
  printed = await press(folder, { one: issue(1), three: issue(3), six: issue(6) })
})

/** What every page with notes holds: a letter for each line, `n` for that of a note. */
const pagesWithNotes = ({ pdf }: Printed) =>
  pdf.pages
    .map((page) =>
      linesIn(page)
        .map(({ text }) => (text.includes('注文') ? 'n' : 't'))
        .join(''),
    )
    .filter((page) => page.includes('n'))

describe('footnotes at the end of an article', () => {
  it.each(['one', 'three'] as const)('%s: never stand on a page without text', (name) => {
    const pages = pagesWithNotes(printed[name])
    expect(pages).toHaveLength(lengths.length)
    for (const page of pages) expect(page).toMatch(/^t+n+$/)
  })

  it('six: may go on on the next page, but not with the last alone', () => {
    const pages = pagesWithNotes(printed.six)
    expect(pages).toContain('nn')
    expect(pages).not.toContain('n')
  })

  it.each(['one', 'three', 'six'] as const)('%s: stand on the lines of the page', (name) => {
    const notes = printed[name].pdf.pages.flatMap((page) =>
      linesIn(page).filter(({ text }) => text.includes('注文')),
    )
    const places = notes.map(({ y }) => (y - typeArea.top) % typeArea.line)
    // A line is 34 px, which is 0.004 mm less than its 9 mm.
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(0.15)
  })
})
