import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'

/** Something that a drawing takes from elsewhere. */
export interface Reference {
  address: string
  /** Line of the drawing's file, from 1. */
  line: number
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * What the text of an SVG refers to beyond parts of itself (`#a`), in the order of its lines: pictures,
 * a `<use>` of another file, style sheets, fonts. What it holds in full (`data:`) is among them. Where
 * a link leads is nothing that is drawn.
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
    // What an editor of drawings notes down for itself is not drawn.
    if ('childNodes' in node && node.nodeName !== 'metadata') waiting.push(...node.childNodes)
  }
  return found.sort((a, b) => a.line - b.line)
}

/** `<?xml-stylesheet href="…"?>`, and an entity that stands for another file. */
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

/** `url(…)` and `@import "…"` of a style. */
function inStyle(style: string, line: number, add: Add): void {
  for (const { index, 1: bare = '', 2: quoted = '' } of style.matchAll(
    /url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi,
  ))
    add(bare || quoted, line + lineAt(style, index) - 1)
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length
