import { contentStreams } from '../content/streams-of.js'
import {
  catalogueNumber,
  dictionaryAt,
  objectAt,
  type Pdf,
  pageNumbers,
  readPdf,
} from '../document.js'
import { identified } from '../identified.js'
import { dictionaryOr } from '../pages.js'
import { type Changes, rewrite } from '../rewrite.js'
import { compressed, compressedText, contentAt, streamOf } from '../streams.js'
import { dictionaryOf, referenceFrom } from '../syntax.js'
import { withArtifacts } from './artifacts.js'
import { archiveRules } from './rules.js'
import { rolesMapped } from './structure.js'

export type { ArchiveRule } from './rules.js'

/** A file in the form of PDF/A-2, and what still speaks against it. */
export interface Archive {
  bytes: Uint8Array
  /** The highest level whose rules the file keeps. */
  level: '2a' | '2u' | '2b'
  /** What rules of level b the file breaks, in Chinese; empty for a valid file. */
  broken: string[]
}

/**
 * Makes a finished PDF an archive file (ISO 19005-2): colours are defined by a profile, the
 * metadata names the level, what is not part of the text is marked so, types of the structure have
 * a standard role. The level is the highest whose rules the file keeps; see {@link archiveRules}.
 *
 * Own code, because the browser's file needs only these additions; pdf-lib neither writes an output
 * intent nor keeps the structure on all of its paths.
 *
 * @param profile An ICC profile of sRGB.
 */
export function archivePdf(bytes: Uint8Array, profile: Uint8Array): Archive {
  // First with the highest level; that it is named in the metadata changes no other rule.
  const best = withLevel(bytes, profile, 'A')
  const broken = archiveRules.filter((rule) => rule.isBroken(readPdf(best)))
  const levels = new Set(broken.map(({ level }) => level))
  const level = levels.has('u') ? '2b' : levels.has('a') ? '2u' : '2a'
  return {
    bytes: level === '2a' ? best : withLevel(bytes, profile, level === '2u' ? 'U' : 'B'),
    level,
    broken: broken
      .filter((rule) => rule.level === 'b')
      .map(({ asks, clause }) => `${asks}（ISO 19005-2，${clause}）`),
  }
}

function withLevel(bytes: Uint8Array, profile: Uint8Array, conformance: 'A' | 'U' | 'B') {
  const pdf = readPdf(bytes)
  const changes: Changes = { changed: new Map(), dropped: new Set() }
  const icc = pdf.offsets.length
  const catalogue = dictionaryAt(pdf, catalogueNumber(pdf))
  const intent = dictionaryOf([
    ['Type', '/OutputIntent'],
    ['S', '/GTS_PDFA1'],
    ['OutputConditionIdentifier', '(sRGB IEC61966-2.1)'],
    ['Info', '(sRGB IEC61966-2.1)'],
    ['DestOutputProfile', `${icc} 0 R`],
  ])
  changes.changed
    .set(icc, compressed(new Map([['N', '3']]), profile))
    .set(catalogueNumber(pdf), dictionaryOf(catalogue.set('OutputIntents', `[${intent}]`)))
  const metadata = referenceFrom(catalogue.get('Metadata'))
  changes.changed.set(metadata, metadataWith(pdf, metadata, conformance))
  const roles = rolesMapped(pdf)
  if (roles) changes.changed.set(...roles)
  const pages = new Set(pageNumbers(pdf).keys())
  for (const { content, owner } of contentStreams(pdf)) {
    if (!pages.has(owner)) continue
    const marked = withArtifacts(contentAt(pdf, content), taggedIn(pdf, owner))
    changes.changed.set(content, compressedText(new Map(), marked))
  }
  return rewrite(pdf, changes, identified(pdf))
}

/** Adds the level to the metadata, which must not be compressed. */
function metadataWith(pdf: Pdf, number: number, conformance: string): string {
  const identification = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>${conformance}</pdfaid:conformance></rdf:Description>`
  const packet = contentAt(pdf, number).replace('</rdf:RDF>', `${identification}\n</rdf:RDF>`)
  const entries = dictionaryAt(pdf, number)
  return streamOf(entries, Buffer.from(packet, 'latin1'))
}

/** Whether an XObject of a page's resources is a form that has marks of its own. */
function taggedIn(pdf: Pdf, owner: number): (name: string) => boolean {
  const resources = dictionaryOr(dictionaryAt(pdf, owner).get('Resources'))
  const objects = dictionaryOr(resources.get('XObject'))
  return (name) => {
    const number = referenceFrom(objects.get(name))
    return (
      objectAt(pdf, number).includes('/Subtype /Form\n') &&
      /\b(?:BDC|BMC)\b/.test(contentAt(pdf, number))
    )
  }
}
