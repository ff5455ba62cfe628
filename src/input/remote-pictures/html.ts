import type { Root } from 'mdast'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'
import type { Point } from '../../model/place.js'
import { walk } from '../../text/markdown-tree.js'
import type { LinkedPicture } from './linked-picture.js'
import { isRemote } from './markdown.js'

/** The `src` of every `<img>` in the HTML of a body, by its address. */
export function picturesInHtml(
  body: Root,
  text: string,
  isWanted: (address: string) => boolean = isRemote,
): LinkedPicture[] {
  return [...walk(body)].flatMap((node) => {
    if (node.type !== 'html' || !node.position) return []
    const { start, end } = node.position
    const from = start.offset ?? 0
    const source = text.slice(from, end.offset)
    const wanted = imagesIn(source).filter(({ url }) => isWanted(url))
    return wanted.map(({ url, range }) => ({
      url,
      at: pointIn(source, range.from, start),
      range: { from: from + range.from, to: from + range.to },
    }))
  })
}

interface Address {
  url: string
  range: { from: number; to: number }
}

function imagesIn(source: string): Address[] {
  const found: Address[] = []
  const stack: DefaultTreeAdapterTypes.ParentNode[] = [
    parseFragment(source, { sourceCodeLocationInfo: true }),
  ]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node && node.tagName === 'img') found.push(...addressOf(node, source))
    if ('content' in node) stack.push(node.content)
    for (const child of node.childNodes) if ('childNodes' in child) stack.push(child)
  }
  return found
}

function addressOf(element: DefaultTreeAdapterTypes.Element, source: string): Address[] {
  const url = element.attrs.find(({ name }) => name === 'src')?.value ?? ''
  const place = element.sourceCodeLocation?.attrs?.src
  if (!place) return []
  const written = source.slice(place.startOffset, place.endOffset)
  const [before = ''] = /^[^=]*=\s*["']?\s*/.exec(written) ?? []
  const [after = ''] = /\s*["']?$/.exec(written) ?? []
  const from = place.startOffset + before.length
  return [{ url, range: { from, to: place.endOffset - after.length } }]
}

function pointIn(source: string, offset: number, start: Point): Point {
  const lines = source.slice(0, offset).split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  return {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + column - 1 : column,
  }
}
