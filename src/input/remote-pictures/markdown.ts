import type { Definition, Image, Root } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import { pointOf, walk } from '../../text/markdown-tree.js'
import { pictureSource } from '../markdown/picture-source.js'
import type { RemotePicture } from './remote-picture.js'

/** Whether an address leads to the web, as a build would judge it. */
export function isRemote(address: string): boolean {
  const source = pictureSource(address)
  return 'rule' in source && source.rule === 'image-remote'
}

/** `![…](https://…)`, and the definitions that `![…][…]` refers to. */
export function picturesInMarkdown(body: Root, text: string): RemotePicture[] {
  const nodes = [...walk(body)]
  const definitions = new Map<string, Definition>()
  for (const node of nodes) {
    // The first of a name counts.
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  }
  return nodes.flatMap((node) => {
    const at = pointOf(node)
    if (node.type === 'image') return found(node, text, at)
    const definition = node.type === 'imageReference' && definitions.get(node.identifier)
    return definition ? found(definition, text, at) : []
  })
}

function found(node: Image | Definition, text: string, at: RemotePicture['at']): RemotePicture[] {
  const { url, position } = node
  if (!isRemote(url)) return []
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  const range = destinationIn(text.slice(start, end), url)
  return [{ url, at, ...(range && { range: { from: start + range.from, to: start + range.to } }) }]
}

/** A destination behind the `](` of a picture or the `]:` of a definition, in angle brackets or bare. */
const destination = /\][(:][\s>]*(?:<((?:[^<>\\\n]|\\.)*)>|([^\s<]\S*))/dg

/**
 * Where the source of a picture spells its address. The parser keeps the address without its place:
 * every spelling that might be it is decoded and compared. The last one counts, for a description
 * may hold any of them; where none decodes to it, the address as it stands, if it stands there once.
 */
function destinationIn(source: string, url: string): RemotePicture['range'] {
  const spelt = [...source.matchAll(destination)].flatMap((match) => {
    const place = match.indices?.[1] ?? match.indices?.[2]
    if (!place) return []
    const [from, last] = place
    for (let to = last; to > from; to--) {
      if (decodeString(source.slice(from, to)) === url) return [{ from, to }]
    }
    return []
  })
  return spelt.at(-1) ?? onlyPlaceOf(url, source)
}

/** Where a text stands in another, if it stands there once. */
function onlyPlaceOf(part: string, whole: string): RemotePicture['range'] {
  const from = whole.indexOf(part)
  return from >= 0 && from === whole.lastIndexOf(part)
    ? { from, to: from + part.length }
    : undefined
}
