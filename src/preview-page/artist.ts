import type { Desk } from './desk.js'
import type { OpenEdition } from './open-edition.js'
import type { Drawing, PageView } from './page-view.js'
import { draw, dropDrawing, layText, putDrawing } from './page-view.js'

/** Window heights around the window in which pages are drawn in advance, and kept. */
const reach = { drawn: 1, kept: 6 }
/** What is in the window when the first edition is opened. */
const firstPages = [1, 2]
const mmPerPt = 25.4 / 72

/** Draws the pages near the window, nearest first, one at a time. */
export class Artist {
  readonly #desk: Desk
  readonly #onText: (view: PageView) => void
  #working = false
  #asked = false

  /** `onText` is called when the text of a page has been laid over it. */
  constructor(desk: Desk, onText: (view: PageView) => void) {
    this.#desk = desk
    this.#onText = onText
  }

  /** Draws what is missing; call it whenever the window or the pages may have changed. */
  ask(): void {
    this.#asked = true
    if (!this.#working) void this.#work()
  }

  /**
   * Draws those pages of the next edition that will be in the window and have changed, before it is
   * shown, so that they change at once.
   */
  async prepare(next: OpenEdition): Promise<Drawing[]> {
    if (this.#desk.views.length === 0) {
      next.file.take(firstPages.filter((number) => number <= next.pages.length))
      return []
    }
    const known = new Set(this.#desk.views.map(({ drawn }) => drawn?.digest))
    const changed = this.#desk.visibleIn(next).filter((number) => {
      const page = next.pages[number - 1]
      return page && !known.has(page.digest)
    })
    if (changed.length > 0) next.file.take(changed)
    return await Promise.all(changed.map((number) => draw(next, number, this.#scale())))
  }

  /** Puts prepared drawings on their pages. */
  place(drawings: readonly Drawing[]): void {
    for (const drawing of drawings) {
      const view = this.#desk.views.find(({ digest }) => digest === drawing.digest)
      if (view) putDrawing(view, drawing)
    }
  }

  #scale(): number {
    return Math.round(this.#desk.scale * mmPerPt * devicePixelRatio * 1000) / 1000
  }

  async #work(): Promise<void> {
    this.#working = true
    try {
      while (this.#asked) {
        this.#asked = false
        // It fails when the edition has been replaced meanwhile, or the program has ended.
        await this.#drawNear().catch(() => {})
      }
    } finally {
      this.#working = false
    }
  }

  async #drawNear(): Promise<void> {
    const { edition } = this.#desk
    if (!edition) return
    const kept = new Set(this.#desk.near(reach.kept))
    for (const view of this.#desk.views) if (!kept.has(view) && view.drawn) dropDrawing(view)
    const scale = this.#scale()
    const isStale = ({ drawn, digest }: PageView) =>
      drawn?.digest !== digest || drawn.scale !== scale
    const isBare = ({ textOf, digest }: PageView) => textOf !== digest
    // In the window everything, then the pictures of the neighbours.
    const visible = this.#desk.near(0)
    const stale = visible.find(isStale)
    const bare = stale ? undefined : visible.find(isBare)
    if (bare) {
      await layText(bare, edition)
      this.#onText(bare)
      this.#asked = true
      return
    }
    const next = stale ?? this.#desk.near(reach.drawn).find(isStale)
    if (!next) return
    const { number, digest } = next
    const drawing = await draw(edition, number, scale)
    // A newer edition may have moved the page while it was drawn.
    if (next.digest === digest && drawing.digest === digest) putDrawing(next, drawing)
    this.#asked = true
  }
}
