import type { Desk } from './desk.js'

/** Milliseconds of rest after which the pages in the window are told. */
const rest = 150

/** Tells the program which pages are in the window, so that it prints these before the others. */
export class Looking {
  /** What this page calls itself. */
  readonly name = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  readonly #desk: Desk
  readonly #key: () => string | undefined
  #told = ''
  #waiting: ReturnType<typeof setTimeout> | undefined

  /** `key` is the secret that a request carries; undefined as long as nothing is known. */
  constructor(desk: Desk, key: () => string | undefined) {
    this.#desk = desk
    this.#key = key
    document.addEventListener('visibilitychange', () => this.tell())
  }

  /** Call it whenever the window or the pages may have changed. */
  tell(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#tellNow(), rest)
  }

  /** Call it when the program may have forgotten. */
  tellAnew(): void {
    this.#told = ''
    this.tell()
  }

  #tellNow(): void {
    const key = this.#key()
    if (key === undefined || this.#desk.views.length === 0) return
    // Who does not look waits for nothing.
    const isHidden = document.visibilityState === 'hidden'
    const pages = isHidden ? [] : this.#desk.near(0).map(({ number }) => number)
    const body = JSON.stringify({ follower: this.name, pages })
    if (body === this.#told) return
    this.#told = body
    fetch('view', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Bulletin-Key': key },
      body,
    }).catch(() => {
      this.#told = ''
    })
  }
}
