import { posix } from 'node:path'
import { unpack } from './unpack.js'
import { damaged } from './unreadable.js'
import { children, parseXml, type XmlElement } from './xml.js'

/** What a part refers to, by the id in the XML. */
export interface Relation {
  /** The last word of its type: `image`, `hyperlink`, `header`. */
  type: string
  /** The name of a part, or an address outside. */
  target: string
  external: boolean
}

/** A package that has been opened: parts are read as XML when they are asked for. */
export interface WordPackage {
  /** The name of the main part. */
  main: string
  xml(part: string): XmlElement | undefined
  bytes(part: string): Uint8Array | undefined
  relations(part: string): ReadonlyMap<string, Relation>
  /** The parts of a type that a part refers to, in the order of the relations. */
  related(part: string, type: string): string[]
}

/**
 * Opens a package. Nothing outside of it is ever followed.
 *
 * @throws {Unreadable} when it holds no Word document.
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  const parts = unpack(bytes)
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]))
  const find = (part: string) => parts.get(names.get(part.toLowerCase()) ?? '')
  const parsed = new Map<string, XmlElement | undefined>()
  const xml = (part: string) => {
    if (!parsed.has(part)) {
      const found = find(part)
      parsed.set(part, found && parseXml(found))
    }
    return parsed.get(part)
  }
  const relations = (part: string) => {
    const folder = posix.dirname(part)
    const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
    return new Map(
      children(xml(file), 'Relationship').map(({ attributes }) => [
        attributes.Id ?? '',
        relationOf(attributes, folder),
      ]),
    )
  }
  const related = (part: string, type: string) =>
    [...relations(part).values()]
      .filter((one) => one.type === type && !one.external)
      .map(({ target }) => target)
  const [main = 'word/document.xml'] = related('', 'officeDocument')
  if (xml(main)?.name !== 'w:document') throw damaged()
  return { main, xml, bytes: find, relations, related }
}

function relationOf(attributes: XmlElement['attributes'], folder: string): Relation {
  const external = attributes.TargetMode === 'External'
  const written = attributes.Target ?? ''
  const target = external
    ? written
    : written.startsWith('/')
      ? posix.normalize(written.slice(1))
      : posix.join(folder, written)
  return { type: attributes.Type?.split('/').at(-1) ?? '', target, external }
}
