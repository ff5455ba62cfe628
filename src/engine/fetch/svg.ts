import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'
import { referencesOf } from '../../images/svg-references.js'

/** Elements that execute code or embed external content. */
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

/**
 * Returns why an SVG is not safe to keep, in Chinese: it contains code, or references outside its
 * file. Undefined when it is safe.
 */
export function svgTrouble(text: string): string | undefined {
  if (/<!(?:DOCTYPE[^>]*\[|ENTITY)/i.test(text)) return '定义了实体'
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [parseFragment(text)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const trouble = 'tagName' in node ? elementTrouble(node) : undefined
    if (trouble !== undefined) return trouble
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push(child)
  }
  const isAway = referencesOf(text).some(({ address }) => !holdsPicture.test(address))
  return isAway ? '引用了别处的文件' : undefined
}

function elementTrouble({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string | undefined {
  const name = tagName.toLowerCase().replace(/^.*:/, '')
  if (forbidden.has(name)) return `有 <${name}>`
  const runs = attrs.some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))
  return runs ? '有程序代码' : undefined
}

/** Matches a raster picture embedded as a data URL. */
const holdsPicture = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i
