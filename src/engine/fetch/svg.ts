import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'

/** Elements that run, or bring in what is elsewhere. */
const forbidden = new Set([
  'script',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'handler',
  'listener',
])

/** Attributes that name what is drawn; of a link (`<a>`) they only say where it leads. */
const references = /^(?:xlink:)?href$|^src$/i

/**
 * Why an SVG is not safe to keep, in Chinese: it holds a program, or refers to what lies outside
 * its own file. Undefined when it is a drawing and no more.
 */
export function svgTrouble(text: string): string | undefined {
  if (/<!(?:DOCTYPE[^>]*\[|ENTITY)/i.test(text)) return '定义了实体'
  if (/<\?xml-stylesheet/i.test(text)) return '引用了别处的样式'
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [parseFragment(text)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const trouble = 'tagName' in node ? elementTrouble(node) : undefined
    if (trouble !== undefined) return trouble
    for (const child of node.childNodes) {
      if ('childNodes' in child) waiting.push(child)
      else if ('value' in child && refersAway(child.value)) return '引用了别处的文件'
    }
  }
  return undefined
}

function elementTrouble({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string | undefined {
  const name = tagName.toLowerCase().replace(/^.*:/, '')
  if (forbidden.has(name)) return `有 <${name}>`
  for (const { name: attribute, prefix, value } of attrs) {
    const whole = prefix ? `${prefix}:${attribute}` : attribute
    if (/^on/i.test(attribute) || /^\s*javascript:/i.test(value)) return '有程序代码'
    if (refersAway(value)) return '引用了别处的文件'
    if (name !== 'a' && references.test(whole) && !isInside(value)) return '引用了别处的文件'
  }
  return undefined
}

/** A part of the same file, or a picture that is written in it. */
const isInside = (address: string): boolean =>
  /^\s*(?:$|#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(address)

/** `url(…)` or `@import` of a style that leads out of the file. */
const refersAway = (style: string): boolean =>
  /@import/i.test(style) ||
  [...style.matchAll(/url\(\s*["']?([^)]*)/gi)].some(([, address = '']) => !isInside(address))
