import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Edition } from '../model/preview.js'

GlobalWorkerOptions.workerSrc = 'worker.js'
/** One worker for all editions; starting it takes longer than reading a file. */
const worker = new PDFWorker()

/** Milliseconds until the pages that nothing has asked for are loaded. */
const soon = 500

/** An edition with its PDF, which is loaded as far as pages of it are drawn. */
export interface OpenEdition extends Edition {
  number: number
  file: EditionFile
}

/** Opens an edition. Of its PDF, only the pages in `ahead` are loaded already. */
export async function openEdition(number: number, ahead: readonly number[]): Promise<OpenEdition> {
  const answer = loaded(`edition-${number}.json`)
  const file = new EditionFile(number)
  if (ahead.length > 0) file.take(ahead)
  const edition = (await (await answer).json()) as Edition
  return { ...edition, number, file }
}

/**
 * The PDF of an edition. A PDF of a few pages alone is there, and drawn, in a fraction of the time of
 * the whole, so those that are waited for are taken first, and the whole when another is needed.
 */
export class EditionFile {
  readonly #number: number
  #some: { pages: readonly number[]; file: Promise<PDFDocumentProxy> } | undefined
  #whole: Promise<PDFDocumentProxy> | undefined
  #isClosed = false

  constructor(number: number) {
    this.#number = number
  }

  /** Takes some pages, counted from 1, before the others. */
  take(pages: readonly number[]): void {
    const file = opened(`edition-${this.#number}-pages-${pages.join('-')}.pdf`)
    file.catch(() => {})
    this.#some = { pages, file }
  }

  /** Whether a page is among those that were taken first. */
  isTaken(number: number): boolean {
    return this.#some?.pages.includes(number) ?? false
  }

  /** Returns a page, counted from 1. */
  async page(number: number): Promise<PDFPageProxy> {
    const at = this.#some?.pages.indexOf(number) ?? -1
    const some = at < 0 ? undefined : await this.#some?.file.catch(() => undefined)
    return some ? await some.getPage(at + 1) : await (await this.#all()).getPage(number)
  }

  /** Loads all pages when there is nothing better to do, so that they are there when the program ends. */
  loadSoon(): void {
    setTimeout(() => this.#all().catch(() => {}), soon)
  }

  #all(): Promise<PDFDocumentProxy> {
    if (this.#isClosed) return Promise.reject(new Error(`edition ${this.#number} is closed`))
    this.#whole ??= opened(`edition-${this.#number}.pdf`).catch((error) => {
      this.#whole = undefined
      throw error
    })
    return this.#whole
  }

  /** Releases the memory of the pages. */
  close(): void {
    this.#isClosed = true
    for (const file of [this.#some?.file, this.#whole])
      file?.then(
        ({ loadingTask }) => loadingTask.destroy(),
        () => {},
      )
  }
}

async function opened(name: string): Promise<PDFDocumentProxy> {
  const data = await (await loaded(name)).arrayBuffer()
  return await getDocument({ data, worker, isEvalSupported: false, useWasm: false, verbosity: 0 })
    .promise
}

async function loaded(name: string): Promise<Response> {
  const answer = await fetch(name)
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer
}
