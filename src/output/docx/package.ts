import type { Zippable } from 'fflate'
import { zipSync } from 'fflate'
import type { Xml } from './xml.js'
import { element, partOf } from './xml.js'

/** A relation of a part to another, or to an address outside. */
interface Relation {
  id: string
  type: string
  target: string
  external: boolean
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The relations of one part. The same target keeps its id. */
export class Relations {
  readonly #all = new Map<string, Relation>()

  /** Returns the id of the relation. `type` is a name of the Office relationships. */
  to(type: string, target: string, { external = false } = {}): string {
    const key = `${type} ${target}`
    const known = this.#all.get(key)
    if (known) return known.id
    const id = `rId${this.#all.size + 1}`
    this.#all.set(key, { id, type: `${office}/${type}`, target, external })
    return id
  }

  get isEmpty(): boolean {
    return this.#all.size === 0
  }

  get part(): Xml {
    return relationsPart([...this.#all.values()])
  }
}

const relationsPart = (relations: readonly Relation[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${packages}/relationships` },
    relations.map(({ id, type, target, external }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      }),
    ),
  )

/** The parts of a Word file. */
export interface WordParts {
  document: Xml
  styles: Xml
  settings: Xml
  footnotes: Xml
  footers: ReadonlyMap<string, Xml>
  relations: { document: Relations; footnotes: Relations }
  /** Pictures by their names in `word/media/`. */
  media: ReadonlyMap<string, Uint8Array>
  title: string
  creator: string
  date: Date
  application: string
}

/** Packs a Word file. Its bytes depend on nothing but the parts. */
export function packWord(parts: WordParts): Uint8Array {
  const { relations, footers, media } = parts
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': partOf(contentTypes(footers)),
    '_rels/.rels': partOf(
      relationsPart([
        relation('rId1', `${office}/officeDocument`, 'word/document.xml'),
        relation('rId2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
        relation('rId3', `${office}/extended-properties`, 'docProps/app.xml'),
      ]),
    ),
    'docProps/core.xml': partOf(coreProperties(parts)),
    'docProps/app.xml': partOf(appProperties(parts)),
    'word/document.xml': partOf(parts.document),
    'word/styles.xml': partOf(parts.styles),
    'word/settings.xml': partOf(parts.settings),
    'word/footnotes.xml': partOf(parts.footnotes),
    ...Object.fromEntries([...footers].map(([name, footer]) => [`word/${name}`, partOf(footer)])),
    'word/_rels/document.xml.rels': partOf(relations.document.part),
    ...(relations.footnotes.isEmpty
      ? {}
      : { 'word/_rels/footnotes.xml.rels': partOf(relations.footnotes.part) }),
  }
  const zipped: Zippable = {}
  for (const [name, bytes] of Object.entries(files)) zipped[name] = [bytes, { mtime: zipDate }]
  // Pictures are compressed already.
  for (const [name, bytes] of media)
    zipped[`word/media/${name}`] = [bytes, { mtime: zipDate, level: 0 }]
  return zipSync(zipped)
}

/** Local time, as the format of ZIP has it: the same in every time zone. */
const zipDate = new Date(1980, 0, 1)

const relation = (id: string, type: string, target: string): Relation => ({
  id,
  type,
  target,
  external: false,
})

function contentTypes(footers: ReadonlyMap<string, Xml>): Xml {
  const byExtension = { rels: 'application/vnd.openxmlformats-package.relationships+xml' }
  const defaults = { ...byExtension, xml: 'application/xml', png: 'image/png', jpeg: 'image/jpeg' }
  const parts: [name: string, type: string][] = [
    ['word/document.xml', `${word}.document.main+xml`],
    ['word/styles.xml', `${word}.styles+xml`],
    ['word/settings.xml', `${word}.settings+xml`],
    ['word/footnotes.xml', `${word}.footnotes+xml`],
    ...[...footers.keys()].map((name): [string, string] => [`word/${name}`, `${word}.footer+xml`]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ]
  return element(
    'Types',
    { xmlns: `${packages}/content-types` },
    Object.entries(defaults).map(([Extension, ContentType]) =>
      element('Default', { Extension, ContentType }),
    ),
    parts.map(([name, ContentType]) => element('Override', { PartName: `/${name}`, ContentType })),
  )
}

const coreProperties = ({ title, creator, date }: WordParts): Xml => {
  const day = (name: string) =>
    element(name, { 'xsi:type': 'dcterms:W3CDTF' }, date.toISOString().replace(/\.\d+Z$/, 'Z'))
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packages}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, title),
    element('dc:creator', {}, creator),
    element('dc:language', {}, 'zh-CN'),
    day('dcterms:created'),
    day('dcterms:modified'),
  )
}

const appProperties = ({ application }: WordParts): Xml =>
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, application),
  )
