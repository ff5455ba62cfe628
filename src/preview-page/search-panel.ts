import type { Desk } from './desk.js'
import { made, one } from './elements.js'
import { frame } from './overlays.js'
import type { Hit } from './search.js'
import { findIn, mostHits } from './search.js'

/** Typing pause in ms after which the search runs. */
const pause = 120

/** Finds words in the text of the issue, and shows where they are printed. */
export class SearchPanel {
  readonly #desk: Desk
  readonly #query = one<HTMLInputElement>('.query')
  #hits: Hit[] = []
  #chosen = -1
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(desk: Desk) {
    this.#desk = desk
    this.#query.addEventListener('input', () => {
      clearTimeout(this.#waiting)
      this.#waiting = setTimeout(() => this.#run(true), pause)
    })
    this.#query.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      this.#choose(this.#chosen + (event.shiftKey ? -1 : 1))
    })
  }

  focus(): void {
    this.#query.focus()
    this.#query.select()
  }

  /** Searches the new edition again; the view stays. */
  refresh(): void {
    if (this.#query.value.trim() !== '') this.#run(false)
  }

  /** Highlights the words found on the pages whose text is laid over them. */
  highlight(): void {
    // Highlights without changing the page's elements; older browsers show the frame alone.
    if (!('highlights' in CSS)) return
    const wanted = this.#query.value.replace(/\s+/g, '')
    const ranges = this.isOpen() && wanted !== '' ? this.#rangesOf(wanted) : []
    CSS.highlights.set('found', new Highlight(...ranges))
  }

  clear(): void {
    frame(this.#desk, [], 'found')
    this.highlight()
  }

  isOpen(): boolean {
    return !one('.panel.search').hidden
  }

  #run(jump: boolean): void {
    const blocks = this.#desk.edition?.blocks ?? []
    this.#hits = findIn(blocks, this.#query.value)
    this.#chosen = -1
    const { length } = this.#hits
    const isEmpty = this.#query.value.trim() === ''
    const count = length === mostHits ? `${length} 处以上` : `${length} 处`
    one('.hits').textContent = isEmpty ? '' : length === 0 ? '没有找到。' : count
    const items = this.#hits.map(({ block, around: [before, found, after] }, index) => {
      const page = blocks[block]?.boxes[0]?.page ?? ''
      const words = made('span', 'words', before, made('mark', '', found), after)
      const item = made('li', 'hit', words, made('span', 'page-of', String(page)))
      item.addEventListener('click', () => this.#choose(index))
      return item
    })
    one('.results').replaceChildren(...items)
    if (jump && length > 0) this.#choose(this.#firstFrom())
    else this.clear()
  }

  /** The first hit on the current page or after it, so that the view moves little. */
  #firstFrom(): number {
    const current = this.#desk.current()
    const blocks = this.#desk.edition?.blocks ?? []
    const index = this.#hits.findIndex(
      ({ block }) => (blocks[block]?.boxes.at(-1)?.page ?? 0) >= current,
    )
    return Math.max(0, index)
  }

  #choose(index: number): void {
    const { length } = this.#hits
    if (length === 0) return
    this.#chosen = (index + length) % length
    const block = this.#hits[this.#chosen]?.block
    const [box] = this.#desk.boxesOf(block)
    for (const [at, item] of document.querySelectorAll('.hit').entries()) {
      item.classList.toggle('chosen', at === this.#chosen)
      if (at === this.#chosen) item.scrollIntoView({ block: 'nearest' })
    }
    if (box) this.#desk.reveal({ page: box.page, box })
    frame(this.#desk, this.#desk.boxesOf(block), 'found')
    this.highlight()
  }

  #rangesOf(wanted: string): Range[] {
    return this.#desk.views.flatMap(({ text }) => rangesIn(text, wanted.toLowerCase()))
  }
}

/** The ranges of a text in an element; it may run over many text nodes. */
function rangesIn(element: HTMLElement, wanted: string): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const places: { node: Node; offset: number }[] = []
  let all = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [offset, unit] of [...(node.nodeValue ?? '').split('').entries()]) {
      if (/\s/.test(unit)) continue
      places.push({ node, offset })
      all += unit.toLowerCase()
    }
  }
  const ranges: Range[] = []
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [places[at], places[at + wanted.length - 1]]
    if (!first || !last) break
    const range = document.createRange()
    range.setStart(first.node, first.offset)
    range.setEnd(last.node, last.offset + 1)
    ranges.push(range)
  }
  return ranges
}
