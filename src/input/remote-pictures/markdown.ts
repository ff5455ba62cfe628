import type { Definition, Image, Root } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import { pointOf, walk } from '../../text/markdown-tree.js'
import { pictureSource } from '../markdown/picture-source.js'
import type { LinkedPicture } from './linked-picture.js'

/** Whether a build would reject an address as remote. */
export function isRemote(address: string): boolean {
  const source = pictureSource(address)
  return 'rule' in source && source.rule === 'image-remote'
}

/** Finds `![…](https://…)`, and the definitions that `![…][…]` refers to, by their address. */
export function picturesInMarkdown(
  body: Root,
  text: string,
  isWanted: (address: string) => boolean = isRemote,
): LinkedPicture[] {
  const nodes = [...walk(body)]
  const definitions = new Map<string, Definition>()
  for (const node of nodes) {
    // CommonMark uses the first of several definitions with the same label.
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  }
  return nodes.flatMap((node) => {
    const at = pointOf(node)
    const shown = node.type === 'imageReference' ? definitions.get(node.identifier) : node
    const isPicture = shown?.type === 'image' || node.type === 'imageReference'
    if (!isPicture || !shown || !('url' in shown) || !isWanted(shown.url)) return []
    return [found(shown, text, at)]
  })
}

function found(
  { url, position }: Pick<Image | Definition, 'url' | 'position'>,
  text: string,
  at: LinkedPicture['at'],
): LinkedPicture {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  const range = destinationIn(text.slice(start, end), url)
  return { url, at, ...(range && { range: { from: start + range.from, to: start + range.to } }) }
}

/**
 * A destination after the `](` of a picture or the `]:` of a definition, in angle brackets or bare.
 */
const destination = /\][(:][\s>]*(?:<((?:[^<>\\\n]|\\.)*)>|([^\s<]\S*))/dg

/**
 * The range of the address in the source of a picture. The parser gives the address without its
 * position, so every candidate is decoded and compared. The last match is used, because the
 * alternative text may contain others. If none decodes to the address, the literal address is used,
 * if it occurs exactly once.
 */
function destinationIn(source: string, url: string): LinkedPicture['range'] {
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

/** The range of `part` in `whole`, if it occurs exactly once. */
function onlyPlaceOf(part: string, whole: string): LinkedPicture['range'] {
  const from = whole.indexOf(part)
  return from >= 0 && from === whole.lastIndexOf(part)
    ? { from, to: from + part.length }
    : undefined
}
