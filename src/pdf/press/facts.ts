import type { FontFact, PdfFacts } from '../../model/print.js'
import { paintingsOn } from '../content/paintings.js'
import { dictionaryAt, objectAt, type Pdf, readPdf } from '../document.js'
import { boxAt, mediaBoxOf, pagesOf } from '../pages.js'
import { dictionaryFrom, referenceFrom } from '../syntax.js'
import { nameFrom } from '../text.js'
import { millimetres, trimOf } from './paper-sizes.js'

/** Reads from a finished PDF what a print shop asks. */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const pdf = readPdf(bytes)
  const pages = pagesOf(pdf)
  const first = pages[0]?.entries ?? new Map<string, string>()
  const trim = boxAt(first, 'TrimBox') ?? trimOf(mediaBoxOf(first))
  const bleed = boxAt(first, 'BleedBox')
  let lowestResolution: PdfFacts['lowestResolution']
  const inks: string[][] = []
  for (const [index, { entries }] of pages.entries()) {
    const paintings = paintingsOn(pdf, entries, mediaBoxOf(entries))
    inks.push([...new Set(paintings.map(({ ink }) => ink))].filter((ink) => ink !== 'paper').sort())
    for (const { picture } of paintings) {
      const dpi = picture && resolutionOf(pdf, picture)
      if (dpi && dpi < (lowestResolution?.dpi ?? Number.POSITIVE_INFINITY))
        lowestResolution = { dpi, page: index + 1 }
    }
  }
  return {
    pages: pages.length,
    width: round(millimetres(trim[2] - trim[0])),
    height: round(millimetres(trim[3] - trim[1])),
    bleed: bleed ? round(millimetres(trim[0] - bleed[0])) : 0,
    fonts: fontsOf(pdf),
    ...(lowestResolution && { lowestResolution }),
    inks,
  }
}

const round = (mm: number): number => Math.round(mm * 10) / 10

/** Pixels per inch along the side on which the picture has fewer. */
function resolutionOf(
  pdf: Pdf,
  { number, matrix: [a, b, c, d] }: { number: number; matrix: readonly number[] },
): number {
  const entries = dictionaryAt(pdf, number)
  const across = Number(entries.get('Width')) / (Math.hypot(a ?? 0, b ?? 0) / 72)
  const along = Number(entries.get('Height')) / (Math.hypot(c ?? 0, d ?? 0) / 72)
  return Math.round(Math.min(across, along))
}

function fontsOf(pdf: Pdf): FontFact[] {
  const fonts = new Map<string, FontFact>()
  for (const [number, offset] of pdf.offsets.entries()) {
    if (offset === undefined) continue
    const source = objectAt(pdf, number)
    if (!source.startsWith('<<') || !source.includes('/Type /Font\n')) continue
    const entries = dictionaryFrom(source)
    const subtype = entries.get('Subtype')
    // A composite font has a descendant, which says the same and more.
    if (subtype === '/Type0') continue
    const base = nameFrom(entries.get('BaseFont') ?? '/')
    const descriptor = entries.get('FontDescriptor')
    const described = descriptor ? dictionaryAt(pdf, referenceFrom(descriptor)) : new Map()
    const isType3 = subtype === '/Type3'
    fonts.set(base || `Type 3 (${number})`, {
      name: base.replace(/^[A-Z]{6}\+/, '') || 'Type 3',
      type: isType3 ? 'Type 3' : described.has('FontFile3') ? 'CFF' : 'TrueType',
      embedded: isType3 || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => described.has(key)),
      subset: isType3 || /^[A-Z]{6}\+/.test(base),
    })
  }
  return [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
