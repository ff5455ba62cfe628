import { unicodeOf } from '../archive/glyphs-shown.js'
import { dictionaryAt, type Pdf } from '../document.js'
import { contentAt, decoded, streamAt } from '../streams.js'
import { arrayFrom, dictionaryOf, referenceFrom } from '../syntax.js'
import { encodingOf, toUnicodeOf } from './cmap.js'
import { added, type NewFile, putStream } from './new-file.js'
import { cutTrueType } from './truetype.js'

/**
 * Leaves in a composite TrueType font, as Chromium writes it, the glyphs of the codes that are
 * shown. The codes in the text stay; a CMap leads from them to the glyphs, which have new numbers.
 * A font of another kind stays whole.
 *
 * @param pdf the same objects as `file`, to be read.
 */
export function cutFont(
  pdf: Pdf,
  { font, codes }: { font: number; codes: ReadonlySet<number> },
  file: NewFile,
): void {
  const entries = dictionaryAt(pdf, font)
  if (entries.get('Subtype') !== '/Type0' || entries.get('Encoding') !== '/Identity-H') return
  const at = referenceFrom(arrayFrom(entries.get('DescendantFonts') ?? '')[0])
  const descendant = dictionaryAt(pdf, at)
  const descriptor = dictionaryAt(pdf, referenceFrom(descendant.get('FontDescriptor')))
  const [program, map = '/Identity'] = [descriptor.get('FontFile2'), descendant.get('CIDToGIDMap')]
  if (program === undefined || map !== '/Identity') return
  const cut = cutTrueType(decoded(streamAt(pdf, referenceFrom(program))), codes)
  if (!cut) return
  const shown = [...codes]
    .toSorted((a, b) => a - b)
    .map((code) => ({ code, glyph: cut.numbers.get(code) ?? 0 }))
  const { bodies } = file
  putStream(file, referenceFrom(program), cut.file, [['Length1', String(cut.file.length)]])
  const cmap = added(file)
  putStream(file, cmap, Buffer.from(encodingOf(shown)))
  bodies[font] = dictionaryOf(entries.set('Encoding', `${cmap} 0 R`))
  const widths = widthsFrom(descendant.get('W'))
  const own = shown.flatMap(({ code, glyph }) => {
    const width = widths.get(code)
    return width === undefined ? [] : [`${glyph} [${width}]`]
  })
  bodies[at] = dictionaryOf(descendant.set('W', `[${own.join(' ')}]`))
  const unicode = entries.get('ToUnicode')
  if (unicode === undefined) return
  const texts = unicodeOf(contentAt(pdf, referenceFrom(unicode)))
  putStream(file, referenceFrom(unicode), Buffer.from(toUnicodeOf(shown, texts)))
}

/** Reads the widths of a composite font by CID (ISO 32000-1, 9.7.4.3). */
function widthsFrom(source = '[]'): Map<number, string> {
  const widths = new Map<number, string>()
  const values = arrayFrom(source)
  for (let index = 0; index < values.length; ) {
    const [first, next = '', width = ''] = values.slice(index, index + 3)
    const from = Number(first)
    if (next.startsWith('[')) {
      for (const [at, one] of arrayFrom(next).entries()) widths.set(from + at, one)
      index += 2
    } else {
      for (let cid = from; cid <= Number(next); cid++) widths.set(cid, width)
      index += 3
    }
  }
  return widths
}
