import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'

/** A resource to which an SVG refers. */
export interface Reference {
  address: string
  /** Line in the SVG file, from 1. */
  line: number
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Returns what an SVG refers to except parts of itself (`#a`), in line order: pictures, a `<use>`
 * of another file, style sheets, fonts. `data:` URLs are included. Targets of links are not, since
 * they are not drawn.
 */
export function referencesOf(text: string): Reference[] {
  if (!/href|src|url\(|@import|<!ENTITY/i.test(text)) return []
  const found: Reference[] = []
  const add = (address: string, line: number) => {
    if (!/^\s*(?:#|$)/.test(address)) found.push({ address: address.trim(), line })
  }
  for (const { index, 1: address = '' } of text.matchAll(prolog)) add(address, lineAt(text, index))
  const waiting: Node[] = [parseFragment(text, { sourceCodeLocationInfo: true })]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) inElement(node, add)
    else if ('value' in node && isStyle(node.parentNode))
      inStyle(node.value, node.sourceCodeLocation?.startLine ?? 1, add)
    // `metadata` contains notes of drawing programs and is not drawn.
    if ('childNodes' in node && node.nodeName !== 'metadata') waiting.push(...node.childNodes)
  }
  return found.sort((a, b) => a.line - b.line)
}

/** `<?xml-stylesheet href="…"?>`, and an entity that refers to another file. */
const prolog = /<(?:\?xml-stylesheet\b[^>]*?\bhref\s*=|!ENTITY[^>]*?\bSYSTEM)\s*["']([^"']*)/gi

const isStyle = (node: Node | null) => /(?:^|:)style$/i.test(node?.nodeName ?? '')

type Add = (address: string, line: number) => void

function inElement({ tagName, attrs, sourceCodeLocation }: Element, add: Add): void {
  const isLink = /(?:^|:)a$/i.test(tagName)
  for (const { name, prefix, value } of attrs) {
    const whole = prefix ? `${prefix}:${name}` : name
    const place = sourceCodeLocation?.attrs?.[whole] ?? sourceCodeLocation
    const line = place?.startLine ?? 1
    if (/^(?:xlink:)?href$|^src$/i.test(whole)) {
      if (!isLink) add(value, line)
    } else inStyle(value, line, add)
  }
}

/** `url(…)` and `@import "…"` in a style. */
function inStyle(style: string, line: number, add: Add): void {
  for (const { index, 1: bare = '', 2: quoted = '' } of style.matchAll(
    /url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi,
  ))
    add(bare || quoted, line + lineAt(style, index) - 1)
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length
