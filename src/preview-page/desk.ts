import type { PageBox, PrintedEntry } from '../model/preview.js'
import { one } from './elements.js'
import type { PagePoint } from './geometry.js'
import { blockAt, blockNear } from './geometry.js'
import type { Held } from './held.js'
import { movedTo } from './held.js'
import type { OpenEdition } from './open-edition.js'
import type { PageView } from './page-view.js'
import { dropDrawing, pageView, setPage } from './page-view.js'
import { layRows } from './rows.js'

/** How large pages are: as wide as the window, wholly in it, or a multiple of their real size. */
export type Zoom = 'width' | 'page' | number

/** CSS pixels of a mm at real size. */
export const realSize = 96 / 25.4
/** Space around the rows of pages, px. */
const margin = { wide: 56, narrow: 12 }

/** The pages of the issue, and the window over them. */
export class Desk {
  readonly scroller = one('.desk')
  readonly #rows = one('.pages')
  edition: OpenEdition | undefined
  views: PageView[] = []
  zoom: Zoom = 'width'
  spreads = false
  /** CSS pixels a mm. */
  scale = realSize

  /** Shows an edition. The paragraph in the middle of the window stays there. */
  show(next: OpenEdition): { from: number; to: number } | undefined {
    const before = this.edition
    const held = this.#held()
    const spare = new Map(this.views.map((view) => [view.digest, view]))
    const kept = next.pages.map(({ digest }) => {
      const view = spare.get(digest)
      spare.delete(digest)
      return view
    })
    const rest = new Map([...spare.values()].map((view) => [view.number, view]))
    this.views = next.pages.map((page, index) => {
      const view = kept[index] ?? take(rest, index + 1) ?? pageView()
      setPage(view, index + 1, page)
      return view
    })
    for (const view of rest.values()) dropDrawing(view)
    this.edition = next
    this.#layRows()
    if (!held || !before) return undefined
    const point = movedTo(held, before, next)
    this.#restore(point)
    return held.block !== undefined && point.point.page !== held.point.page
      ? { from: held.point.page, to: point.point.page }
      : undefined
  }

  /** Changes size or arrangement. The paragraph in the middle of the window stays there. */
  arrange(change: { zoom?: Zoom; spreads?: boolean } = {}): void {
    const held = this.#held()
    const rowsChange = change.spreads !== undefined && change.spreads !== this.spreads
    Object.assign(this, change)
    if (rowsChange) this.#layRows()
    else this.#setScale()
    if (held) this.#restore(held)
  }

  /** The number of the page in the middle of the window. */
  current(): number {
    return this.#middle()?.page ?? 1
  }

  /** Brings a page, or a box on it, into view. A box that is in view already stays where it is. */
  reveal({ page, box }: { page: number; box?: PageBox | undefined }): void {
    const view = this.views[page - 1]
    if (!view) return
    const top = view.element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top
    const { clientHeight } = this.scroller
    if (!box) {
      this.scroller.scrollTop += top - 16
      return
    }
    const [boxTop, height] = [top + box.top * this.scale, box.height * this.scale]
    if (boxTop >= 24 && boxTop + Math.min(height, clientHeight / 2) <= clientHeight - 24) return
    this.scroller.scrollTop += boxTop - clientHeight / 3
  }

  /** The number of the page at the top of the window. */
  top(): number {
    const { top } = this.scroller.getBoundingClientRect()
    const bottom = ({ element }: PageView) => element.getBoundingClientRect().bottom
    return this.views.findIndex((view) => bottom(view) > top + 60) + 1 || this.views.length
  }

  /** The boxes of a block of the edition; none of none. */
  boxesOf(block: number | undefined): readonly PageBox[] {
    return block === undefined ? [] : (this.edition?.blocks[block]?.boxes ?? [])
  }

  isVisible(page: number): boolean {
    return this.near(0).some(({ number }) => number === page)
  }

  /** The point of a page under a point of the window. */
  pointAt(clientX: number, clientY: number): PagePoint | undefined {
    for (const { element, number } of this.views) {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (clientX < left || clientX > right || clientY < top || clientY > bottom) continue
      return { page: number, x: (clientX - left) / this.scale, y: (clientY - top) / this.scale }
    }
    return undefined
  }

  /** What is printed at a point: a block, or a line of the contents or the cover. */
  sourceAt(point: PagePoint): PrintedEntry | undefined {
    const { blocks = [], entries = [] } = this.edition ?? {}
    return blockAt(blocks, point) ?? blockAt(entries, point)
  }

  /** Pages whose distance from the window is at most `reach` window heights; the middle first. */
  near(reach: number): PageView[] {
    const window = this.scroller.getBoundingClientRect()
    const middle = window.top + window.height / 2
    return this.views
      .map((view) => {
        const { top, bottom } = view.element.getBoundingClientRect()
        const outside = Math.max(top - window.bottom, window.top - bottom, 0)
        return { view, outside, away: Math.max(top - middle, middle - bottom, 0) }
      })
      .filter(({ outside }) => outside <= reach * window.height)
      .toSorted((a, b) => a.away - b.away)
      .map(({ view }) => view)
  }

  /** The numbers of the pages that will be in the window when the next edition is shown. */
  visibleIn(next: OpenEdition): number[] {
    const held = this.#held()
    const moved = held && this.edition ? movedTo(held, this.edition, next) : held
    const by = held && moved ? moved.point.page - held.point.page : 0
    return this.near(0).map(({ number }) => number + by)
  }

  #layRows(): void {
    layRows(this.#rows, this.views, this.spreads)
    this.#setScale()
  }

  #setScale(): void {
    const { clientWidth, clientHeight } = this.scroller
    const widest = Math.max(210, ...(this.edition?.pages ?? []).map(({ width }) => width))
    const highest = Math.max(1, ...(this.edition?.pages ?? []).map(({ height }) => height))
    const room = clientWidth - 2 * (clientWidth < 700 ? margin.narrow : margin.wide)
    const byWidth = room / (widest * (this.spreads ? 2 : 1))
    const byHeight = (clientHeight - 32) / highest
    if (this.zoom === 'width') this.scale = Math.min(byWidth, realSize * 1.35)
    else if (this.zoom === 'page') this.scale = Math.min(byWidth, byHeight)
    else this.scale = this.zoom * realSize
    this.scroller.style.setProperty('--mm', `${this.scale}px`)
    this.scroller.style.setProperty('--page-width', String(widest))
  }

  /** The point of a page in the middle of the window; the nearest page's when there is a gap. */
  #middle(): PagePoint | undefined {
    const window = this.scroller.getBoundingClientRect()
    const [x, y] = [window.left + window.width / 2, window.top + window.height / 2]
    let best: (PagePoint & { away: number }) | undefined
    for (const { element, number } of this.views) {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const away = Math.max(top - y, y - bottom, 0) + Math.max(left - x, x - right, 0) / 10
      if (best && away >= best.away) continue
      best = { page: number, x: (x - left) / this.scale, y: (y - top) / this.scale, away }
    }
    return best
  }

  #held(): Held | undefined {
    const point = this.#middle()
    if (!point) return undefined
    const near = this.edition && blockNear(this.edition.blocks, point)
    return { point, block: near?.index, below: point.y - (near?.box.top ?? 0) }
  }

  #restore({ point, block, below }: Held): void {
    const view = this.views[Math.min(point.page, this.views.length) - 1]
    if (!view) return
    const top = this.boxesOf(block).find(({ page }) => page === point.page)?.top ?? 0
    const window = this.scroller.getBoundingClientRect()
    const now = view.element.getBoundingClientRect().top + (top + below) * this.scale
    this.scroller.scrollTop += now - (window.top + window.height / 2)
  }
}

function take<Key, Value>(from: Map<Key, Value>, key: Key): Value | undefined {
  const found = from.get(key)
  from.delete(key)
  return found
}
