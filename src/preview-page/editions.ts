import type { EditionAhead } from '../model/preview.js'
import type { Artist } from './artist.js'
import type { Desk } from './desk.js'
import type { OpenEdition } from './open-edition.js'
import { isAsAhead, openAhead, openEdition } from './open-edition.js'
import { painted } from './painted.js'
import { toast } from './toast.js'

/** What else follows the editions. */
interface Following {
  /** Pages have been replaced, and are about to be painted. */
  onShown: (edition: OpenEdition) => void
  /** A whole edition has been painted. */
  onPainted: (edition: OpenEdition) => void
}

/** Shows editions one after another; of several that wait, only the newest. */
export class Editions {
  readonly #desk: Desk
  readonly #artist: Artist
  readonly #following: Following
  #showing: Promise<void> = Promise.resolve()
  /** The newest whole edition that is shown. */
  #whole: OpenEdition | undefined
  /** The number of the newest edition that is shown or waits. */
  wanted = 0
  /** The pages that look unlike all pages of the whole edition before. */
  changed: number[] = []

  constructor(desk: Desk, artist: Artist, following: Following) {
    this.#desk = desk
    this.#artist = artist
    this.#following = following
  }

  /** Begins to load an edition at once, and shows it when those before are shown. */
  show(number: number, changedPages: readonly number[] = []): void {
    this.wanted = number
    const isNext = this.#desk.edition?.number === number - 1
    const first = isNext ? changedPages.filter((page) => this.#desk.isVisible(page)) : []
    const opening = openEdition(number, first)
    this.#queue(async () => this.#show(await opening))
  }

  /** Shows the pages of the next edition that are there before the others. */
  showAhead(ahead: EditionAhead): void {
    this.#queue(() => this.#showAhead(ahead))
  }

  #queue(work: () => Promise<void>): void {
    this.#showing = this.#showing.then(work).catch((error) => {
      toast(`页面没有取到：${error}`)
    })
  }

  async #showAhead(ahead: EditionAhead): Promise<void> {
    const next = this.#desk.edition && openAhead(ahead, this.#desk.edition)
    if (!next) return
    this.#replace(next, await this.#artist.prepare(next))
    await painted()
    this.#artist.ask()
  }

  async #show(next: OpenEdition): Promise<void> {
    if (next.number !== this.wanted) return next.file.close()
    const drawings = await this.#artist.prepare(next)
    if (next.number !== this.wanted) return next.file.close()
    const before = this.#desk.edition
    if (before && isAsAhead(next, before)) next.file.takeOver(before.file)
    const old = new Set(this.#whole?.pages.map(({ digest }) => digest))
    this.changed = this.#whole
      ? next.pages.flatMap(({ digest }, index) => (old.has(digest) ? [] : [index + 1]))
      : []
    this.#replace(next, drawings)
    this.#whole = next
    before?.file.close()
    document.body.dataset.edition = String(next.number)
    await painted()
    this.#following.onPainted(next)
    this.#artist.ask()
    next.file.loadSoon()
  }

  #replace(next: OpenEdition, drawings: Parameters<Artist['place']>[0]): void {
    const moved = this.#desk.show(next)
    this.#artist.place(drawings)
    this.#following.onShown(next)
    if (moved) toast(`第 ${moved.from} 页 → 第 ${moved.to} 页`)
  }
}
