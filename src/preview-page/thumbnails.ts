import type { Desk } from './desk.js'
import { made, one } from './elements.js'
import type { OpenEdition } from './open-edition.js'
import { draw } from './page-view.js'

/** CSS pixels a pt: A4 is 96 px wide. */
const scale = 96 / 595

/** The list of small pages. They are drawn when they come into view, and again when they change. */
export class Thumbnails {
  readonly #panel = one('.thumbnails')
  readonly #desk: Desk
  readonly #drawn = new Map<string, HTMLCanvasElement>()
  readonly #watcher: IntersectionObserver
  #edition: OpenEdition | undefined
  #drawing: Promise<void> = Promise.resolve()

  constructor(desk: Desk) {
    this.#desk = desk
    this.#watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) this.#draw(target as HTMLElement)
      },
      { root: this.#panel, rootMargin: '200px' },
    )
  }

  /** Shows the pages of an edition; those in `changed` bear a dot. */
  show(edition: OpenEdition, changed: ReadonlySet<number>): void {
    this.#edition = edition
    this.#watcher.disconnect()
    const before = new Map(this.#drawn)
    this.#drawn.clear()
    const items = edition.pages.map(({ digest, width, height }, index) => {
      const number = index + 1
      const item = made('button', changed.has(number) ? 'thumbnail changed' : 'thumbnail')
      item.dataset.page = String(number)
      item.style.setProperty('--ratio', String(width / height))
      const canvas = before.get(digest)
      before.delete(digest)
      if (canvas) this.#drawn.set(digest, canvas)
      item.append(canvas ?? made('span', 'blank'))
      item.append(made('span', 'number', String(number)))
      item.addEventListener('click', () => this.#desk.reveal({ page: number }))
      return item
    })
    this.#panel.replaceChildren(...items)
    for (const item of items) this.#watcher.observe(item)
    this.mark(this.#desk.current())
  }

  /** Marks the page in the middle of the window. */
  mark(page: number): void {
    for (const item of this.#panel.querySelectorAll<HTMLElement>('.thumbnail')) {
      const isCurrent = item.dataset.page === String(page)
      if (isCurrent && !item.matches('.current')) item.scrollIntoView({ block: 'nearest' })
      item.classList.toggle('current', isCurrent)
    }
  }

  #draw(item: HTMLElement): void {
    const edition = this.#edition
    if (!edition || !item.querySelector('.blank')) return
    this.#drawing = this.#drawing.then(async () => {
      if (this.#edition !== edition || !item.isConnected) return
      const number = Number(item.dataset.page)
      const { canvas, digest } = await draw(edition, number, scale * devicePixelRatio)
      this.#drawn.set(digest, canvas)
      item.querySelector('.blank')?.replaceWith(canvas)
    })
    this.#drawing = this.#drawing.catch(() => {})
  }
}
