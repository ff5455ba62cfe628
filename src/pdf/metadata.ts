import { dictionaryOf } from './syntax.js'
import { dateString, textString, xmpDate } from './text.js'

/** Document properties, as a PDF reader shows them (文档属性). */
export interface Metadata {
  title: string
  author?: string
  subject?: string
  keywords?: readonly string[]
  /** Name and version of the program: `bulletin 1.2.3`. */
  creator: string
  /** Used as creation and modification date, so that the same date gives the same bytes. */
  date: Date
  /** BCP 47 language tag of the whole text. */
  lang: 'zh-CN'
}

const BETWEEN_KEYWORDS = ', '

/** Returns the information dictionary. `producer` is a PDF string, copied from the file. */
export const informationOf = (
  { title, author, subject, keywords, creator, date }: Metadata,
  producer: string | undefined,
): string =>
  dictionaryOf([
    ['Title', textString(title)],
    ['Author', author && textString(author)],
    ['Subject', subject && textString(subject)],
    ['Keywords', keywords?.length ? textString(keywords.join(BETWEEN_KEYWORDS)) : undefined],
    ['Creator', textString(creator)],
    ['Producer', producer],
    ['CreationDate', dateString(date)],
    ['ModDate', dateString(date)],
  ])

/** Returns the same properties as an XMP stream, which library systems and newer readers prefer. */
export function xmpOf(
  { title, author, subject, keywords, creator, date, lang }: Metadata,
  producer: string,
): string {
  const packet = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>`,
    alternatives('dc:title', title),
    author ? `<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>` : '',
    subject ? alternatives('dc:description', subject) : '',
    keywords?.length ? `<pdf:Keywords>${xml(keywords.join(BETWEEN_KEYWORDS))}</pdf:Keywords>` : '',
    `<xmp:CreatorTool>${xml(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
    ...['CreateDate', 'ModifyDate', 'MetadataDate'].map(
      (key) => `<xmp:${key}>${xmpDate(date)}</xmp:${key}>`,
    ),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  const bytes = Buffer.from(packet.filter((line) => line !== '').join('\n')).toString('latin1')
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>> stream\n${bytes}\nendstream`
}

// Only one language alternative, because Firefox shows all of them one after another.
const alternatives = (element: string, text: string) =>
  `<${element}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${element}>`

// XML 1.0 permits neither control characters nor lone surrogates, even escaped.
const xml = (text: string) =>
  text
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
