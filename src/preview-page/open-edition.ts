import type { Edition, EditionAhead } from '../model/preview.js'
import { EditionFile, loaded, opened } from './edition-file.js'

/** An edition with its PDF, which is loaded as far as pages of it are drawn. */
export interface OpenEdition extends Edition {
  number: number
  file: EditionFile
  /** Set if only some of its pages are there yet. */
  ahead?: EditionAhead
}

/** Opens an edition. Of its PDF, only the pages in `first` are loaded already. */
export async function openEdition(number: number, first: readonly number[]): Promise<OpenEdition> {
  const answer = loaded(`edition-${number}.json`)
  const file = new EditionFile(number)
  if (first.length > 0) file.take(first)
  const edition = (await (await answer).json()) as Edition
  return { ...edition, number, file }
}

/**
 * Opens what there is of an edition before all its pages are printed: its other pages are those of
 * the edition before. Undefined when it has more pages than that, or fewer.
 */
export function openAhead(ahead: EditionAhead, before: OpenEdition): OpenEdition | undefined {
  const { number, total, pages: there, pdf, ...rest } = ahead
  if (total !== before.pages.length || number !== before.number + 1) return undefined
  const known = new Map(there.map(({ page, ...look }) => [page, look]))
  const pages = before.pages.map((page, index) => known.get(index + 1) ?? page)
  const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))
  const some = { pages: [...known.keys()], file: opened(bytes) }
  return {
    ...rest,
    number,
    pages,
    file: new EditionFile(number, { some, before: before.file }),
    ahead,
  }
}

/** Whether pages of an edition that were there before the others look as they do in all of it. */
export const isAsAhead = (next: OpenEdition, { ahead }: OpenEdition): boolean =>
  ahead?.number === next.number &&
  ahead.pages.every(({ page, digest }) => next.pages[page - 1]?.digest === digest)
