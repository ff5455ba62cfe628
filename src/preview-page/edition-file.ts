import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Edition } from '../model/preview.js'

GlobalWorkerOptions.workerSrc = 'worker.js'
/** One worker for all editions; starting it takes longer than reading a file. */
const worker = new PDFWorker()

/** An edition with its open PDF. */
export interface OpenEdition extends Edition {
  number: number
  file: PDFDocumentProxy
}

/** Loads an edition. */
export async function openEdition(number: number): Promise<OpenEdition> {
  const [edition, file] = await Promise.all([
    loaded(`edition-${number}.json`).then((answer) => answer.json() as Promise<Edition>),
    loaded(`edition-${number}.pdf`)
      .then((answer) => answer.arrayBuffer())
      .then(
        (data) =>
          getDocument({ data, worker, isEvalSupported: false, useWasm: false, verbosity: 0 })
            .promise,
      ),
  ])
  return { ...edition, number, file }
}

async function loaded(name: string): Promise<Response> {
  const answer = await fetch(name)
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer
}
