import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'

GlobalWorkerOptions.workerSrc = 'worker.js'
/** One worker for all editions; starting it takes longer than reading a file. */
const worker = new PDFWorker()

/** Milliseconds until the pages that nothing has asked for are loaded. */
const soon = 500

/** A PDF of some pages alone, and their numbers, in its order. */
export interface SomePages {
  pages: readonly number[]
  file: Promise<PDFDocumentProxy>
}

/**
 * The PDF of an edition. A PDF of a few pages alone is there, and drawn, in a fraction of the time of
 * the whole, so those that are waited for are taken first, and the whole when another is needed.
 */
export class EditionFile {
  readonly #number: number
  readonly #before: EditionFile | undefined
  #some: SomePages | undefined
  #whole: Promise<PDFDocumentProxy> | undefined
  #isClosed = false

  /**
   * `some` are pages that are there already. `before` gives the others as long as the program has not
   * printed them; it is closed with this.
   */
  constructor(number: number, { some, before }: { some?: SomePages; before?: EditionFile } = {}) {
    this.#number = number
    this.#some = some
    this.#before = before
  }

  /** Takes some pages, counted from 1, before the others. */
  take(pages: readonly number[]): void {
    const own = this.#some?.pages
    if (this.#before || pages.every((page) => own?.includes(page))) return
    const file = opened(loadedBytes(`edition-${this.#number}-pages-${pages.join('-')}.pdf`))
    this.#some = { pages, file }
  }

  /** Takes over the pages that another file, about to be closed, was given. */
  takeOver(from: EditionFile): void {
    if (this.#some) return
    this.#some = from.#some
    from.#some = undefined
  }

  /** Returns a page, counted from 1. */
  async page(number: number): Promise<PDFPageProxy> {
    const at = this.#some?.pages.indexOf(number) ?? -1
    const some = at < 0 ? undefined : await this.#some?.file.catch(() => undefined)
    return some ? await some.getPage(at + 1) : await this.#other(number)
  }

  /** Loads all pages when there is nothing better to do, so that they are there when the program ends. */
  loadSoon(): void {
    setTimeout(() => this.#all().catch(() => {}), soon)
  }

  async #other(number: number): Promise<PDFPageProxy> {
    return this.#before
      ? await this.#before.page(number)
      : await (await this.#all()).getPage(number)
  }

  #all(): Promise<PDFDocumentProxy> {
    if (this.#isClosed) return Promise.reject(new Error(`edition ${this.#number} is closed`))
    this.#whole ??= opened(loadedBytes(`edition-${this.#number}.pdf`)).catch((error) => {
      this.#whole = undefined
      throw error
    })
    return this.#whole
  }

  /** Releases the memory of the pages. */
  close(): void {
    this.#isClosed = true
    this.#before?.close()
    for (const file of [this.#some?.file, this.#whole])
      file?.then(
        ({ loadingTask }) => loadingTask.destroy(),
        () => {},
      )
  }
}

/** Opens a PDF. That it fails shows when it is used. */
export function opened(bytes: Uint8Array | Promise<Uint8Array>): Promise<PDFDocumentProxy> {
  const opening = Promise.resolve(bytes).then(
    (data) =>
      getDocument({ data, worker, isEvalSupported: false, useWasm: false, verbosity: 0 }).promise,
  )
  opening.catch(() => {})
  return opening
}

const loadedBytes = async (name: string) => new Uint8Array(await (await loaded(name)).arrayBuffer())

/** Asks the program for a file. */
export async function loaded(name: string): Promise<Response> {
  const answer = await fetch(name)
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer
}
