import type { Image, Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/** `{width=50% .center #图1}` after a picture, as in pandoc and others. */
const braces = /^[ \t]?\{:?\s*([^{}\n]{1,200}?)\s*\}/
const attribute =
  /([#.][^\s.#={}"']+)|([\p{L}][\p{L}\p{N}-]*)\s*[=＝]\s*("[^"]*"|'[^']*'|[^\s"']+)/gu

/**
 * Removes the attributes after pictures from the text, and applies the sizes and captions in them
 * to the picture.
 */
export function pictureAttributes(body: Root): void {
  visit(body, 'text', (node, index, parent) => {
    const before = index === undefined ? undefined : parent?.children[index - 1]
    const image = before && pictureOf(before)
    const [whole, inside] = braces.exec(node.value) ?? []
    if (!image || !parent || index === undefined || whole === undefined || !inside) return
    const requested = attributesIn(inside)
    if (!requested) return
    applyAttributes(image, requested)
    cut(node, whole.length)
    if (node.value !== '') return
    parent.children.splice(index, 1)
    return index
  })
}

/** A picture, alone or as the only content of a link. */
const pictureOf = (node: Nodes): Image | undefined =>
  node.type === 'image'
    ? node
    : node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'image'
      ? node.children[0]
      : undefined

/** The attributes in the braces; undefined when the text is not attributes. */
function attributesIn(inside: string): Map<string, string> | undefined {
  if (inside.replace(attribute, '').trim() !== '') return undefined
  const found = new Map<string, string>()
  for (const [, , name, value = ''] of inside.matchAll(attribute))
    if (name !== undefined) found.set(name.toLowerCase(), value.replace(/^["']|["']$/g, ''))
  return found
}

const widths = ['width', '宽', '宽度']
const heights = ['height', '高', '高度']
const captions = ['caption', '图注']

function applyAttributes(image: Image, requested: ReadonlyMap<string, string>): void {
  const get = (names: readonly string[]) => names.flatMap((name) => requested.get(name) ?? [])[0]
  const [width, height, caption] = [get(widths), get(heights), get(captions)]
  // The values may be invalid; they are validated with the words of the title.
  const words = [
    width && `width=${width}`,
    height && `height=${height}`,
    caption && `caption=${caption}`,
  ]
  image.title = [image.title, ...words].filter(Boolean).join(' ') || null
}

/** Removes characters from the beginning of a text node. */
function cut(node: Text, length: number): void {
  node.value = node.value.slice(length)
  const start = node.position?.start
  if (!start) return
  const offset = start.offset === undefined ? {} : { offset: start.offset + length }
  node.position = {
    ...node.position,
    start: { line: start.line, column: start.column + length, ...offset },
    end: node.position?.end ?? start,
  }
}
