import type { Image, Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/** `{width=50% .center #图1}`, as pandoc and others have it behind a picture. */
const braces = /^[ \t]?\{:?\s*([^{}\n]{1,200}?)\s*\}/
const attribute =
  /([#.][^\s.#={}"']+)|([\p{L}][\p{L}\p{N}-]*)\s*[=＝]\s*("[^"]*"|'[^']*'|[^\s"']+)/gu

/** Takes the attributes behind pictures out of the text: sizes and words of ours are for the picture. */
export function pictureAttributes(body: Root): void {
  visit(body, 'text', (node, index, parent) => {
    const before = index === undefined ? undefined : parent?.children[index - 1]
    const image = before && pictureOf(before)
    const [whole, inside] = braces.exec(node.value) ?? []
    if (!image || !parent || index === undefined || whole === undefined || !inside) return
    const asked = attributesIn(inside)
    if (!asked) return
    give(image, asked)
    cut(node, whole.length)
    if (node.value !== '') return
    parent.children.splice(index, 1)
    return index
  })
}

/** A picture, by itself or with a link around it. */
const pictureOf = (node: Nodes): Image | undefined =>
  node.type === 'image'
    ? node
    : node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'image'
      ? node.children[0]
      : undefined

/** What stands in the braces; undefined when it is no attributes. */
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

function give(image: Image, asked: ReadonlyMap<string, string>): void {
  const get = (names: readonly string[]) => names.flatMap((name) => asked.get(name) ?? [])[0]
  const [width, height, caption] = [get(widths), get(heights), get(captions)]
  // What it is may be wrong, and is said of the title's words.
  const words = [
    width && `width=${width}`,
    height && `height=${height}`,
    caption && `caption=${caption}`,
  ]
  image.title = [image.title, ...words].filter(Boolean).join(' ') || null
}

/** Takes characters off the beginning of a text. */
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
