import type { Element, Root, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { widthInEm } from '../text/em-width.js'

/** How the words end that introduce what follows. */
const introduces = /[：:]$/
/** How prose ends, and a caption does not. */
const endsSentence = /[。！？；，]$/

/** Cells in a line of 28 after the indent (docs/design/newsletter.md, The grid). */
const oneLine = 26

/**
 * Marks the paragraphs of one line that belong to what follows them, for the style sheet to keep them
 * together: one that ends in a colon, one in bold (a heading that was not written as one), and the
 * caption of a table (docs/design/layout-rules.md, 1.10: it stands above). Changes the tree in place.
 */
export function keepLeadInsWithNext(root: Root | Element): void {
  const blocks = (root.children as RootContent[]).filter((node) => node.type === 'element')
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (block.tagName !== 'p') keepLeadInsWithNext(block)
    // What has a class of its own (a heading) has rules of its own.
    else if (!block.properties.className && next && isLeadIn(block, next))
      block.properties.className = isTableCaption(block, next)
        ? ['leads', 'table-caption']
        : ['leads']
  }
}

function isLeadIn(paragraph: Element, next: Element): boolean {
  const text = textOf(paragraph).trim()
  // Of a longer one the last line would go over alone, a widow, and leave a gap at the foot.
  if (widthInEm(text) > oneLine) return false
  return introduces.test(text) || isBold(paragraph) || (isTable(next) && !endsSentence.test(text))
}

/** 表1　…: set as a caption, and repeated where the table goes on (output/pdf/layout/cut-tables.ts). */
const isTableCaption = (paragraph: Element, next: Element): boolean =>
  isTable(next) && /^表\s*[\d一二三四五六七八九十]/u.test(textOf(paragraph).trim())

const isBold = ({ children }: Element): boolean =>
  children.length === 1 && children[0]?.type === 'element' && children[0].tagName === 'strong'

const isTable = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('table')
