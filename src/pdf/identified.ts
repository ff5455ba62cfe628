import { digestOf } from '../system/digest.js'
import type { Pdf } from './document.js'
import type { Dictionary } from './syntax.js'

/**
 * Returns what makes the trailer of a written file: that of `pdf` with a file identifier (ISO
 * 32000-1, 14.4) derived from the content.
 */
export const identified =
  ({ trailer }: Pick<Pdf, 'trailer'>) =>
  (content: Uint8Array): Dictionary => {
    const id = digestOf(content).slice(0, 32)
    return new Map(trailer).set('ID', `[<${id}> <${id}>]`)
  }
