import { bookmarks } from './bookmarks.js'
import { catalogueNumber, dictionaryAt, type Pdf, readPdf } from './document.js'
import { identified } from './identified.js'
import { informationOf, type Metadata, xmpOf } from './metadata.js'
import { flat, outlineTree } from './outline.js'
import { type PageLabels, pageLabelTree } from './page-labels.js'
import { rewrite } from './rewrite.js'
import { numberStructureIds } from './structure-ids.js'
import { dictionaryOf, referenceFrom } from './syntax.js'
import { textFrom } from './text.js'
import { titleLinks } from './title-links.js'

/** Options of {@link finishPdf}. */
export interface Finish extends Metadata {
  pageLabels?: readonly PageLabels[]
  /**
   * Correct titles of bookmarks, by the printed text of the heading (whitespace in the key is
   * ignored). Needed only if they differ by more than line breaks between Chinese characters.
   */
  outlineTitles?: ReadonlyMap<string, string>
  /**
   * Links to headings that are URLs under an origin. `ids` are in the order of the bookmarks; see
   * {@link titleLinks}.
   */
  titleLinks?: { origin: string; ids: readonly string[] }
}

/**
 * Finishes a PDF written by the browser: properties, language, bookmarks, page labels. Equal input
 * gives equal bytes.
 *
 * @throws Error if the PDF does not have the form that Chromium writes, to avoid writing a wrong
 * file.
 */
export function finishPdf(bytes: Uint8Array, options: Finish): Uint8Array {
  const pdf = readPdf(bytes)
  const information = referenceFrom(pdf.trailer.get('Info'))
  const producer = dictionaryAt(pdf, information).get('Producer')
  const metadata = pdf.offsets.length
  const tree = outlineTree(pdf)
  const changes = bookmarks(tree, options.outlineTitles)
  const links = options.titleLinks
    ? titleLinks(pdf, flat(tree?.children ?? []), options.titleLinks)
    : []
  for (const [number, body] of links) changes.changed.set(number, body)
  changes.changed
    .set(information, informationOf(options, producer))
    .set(catalogueNumber(pdf), catalogueOf(pdf, options, metadata))
    .set(metadata, xmpOf(options, producer === undefined ? '' : textFrom(producer)))
  return rewrite({ ...pdf, bytes: numberStructureIds(pdf) }, changes, identified(pdf))
}

function catalogueOf(pdf: Pdf, { lang, pageLabels }: Finish, metadata: number): string {
  const catalogue = dictionaryAt(pdf, catalogueNumber(pdf))
  catalogue
    .set('Lang', `(${lang})`)
    .set('ViewerPreferences', '<</DisplayDocTitle true>>')
    .set('PageMode', catalogue.has('Outlines') ? '/UseOutlines' : '/UseNone')
    .set('Metadata', `${metadata} 0 R`)
  if (pageLabels?.length) catalogue.set('PageLabels', pageLabelTree(pageLabels))
  return dictionaryOf(catalogue)
}
