import type { Resources } from '../../browser/index.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Coding, PictureFile } from '../../model/picture.js'
import type { CodedPicture } from '../../model/report.js'
import type { Staged } from '../../model/staged.js'
import type { Span } from '../../model/timing.js'

export interface ScaledPictures {
  /** Picture files by URL. */
  resources: Resources
  /** Diagnostics that only scaling can find. */
  diagnostics: Diagnostic[]
  /** How bitmaps without loss were coded, in the order of their files and lines. */
  coded: CodedPicture[]
  /**
   * From the opening of the first picture to the end of the last scaling; empty without pictures.
   */
  spans: Span[]
}

/** Where the file at an address is shown. */
export interface PlacedFile extends Omit<CodedPicture, 'coding'> {
  address: string
}

/** Waits for all files. `printed` has them by address, `places` says where each is shown. */
export async function scaledPictures(
  printed: ReadonlyMap<string, Promise<Staged<PictureFile>>>,
  places: readonly PlacedFile[],
): Promise<Omit<ScaledPictures, 'spans'>> {
  const entries = [...printed].map(async ([address, file]) => ({ address, ...(await file) }))
  const files = await Promise.all(entries)
  return {
    resources: new Map(files.flatMap(({ address, value }) => (value ? [[address, value]] : []))),
    diagnostics: files.flatMap(({ diagnostics }) => diagnostics),
    coded: codedAt(new Map(files.map(({ address, value }) => [address, value?.coding])), places),
  }
}

/** How each file was coded, at the first place that shows it. */
function codedAt(
  codings: ReadonlyMap<string, Coding | undefined>,
  places: readonly PlacedFile[],
): CodedPicture[] {
  const first = new Map<string, CodedPicture>()
  const order = (one: PlacedFile, other: PlacedFile) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
  for (const { address, ...place } of places.toSorted(order)) {
    const coding = codings.get(address)
    if (coding && !first.has(address)) first.set(address, { ...place, coding })
  }
  return [...first.values()]
}
