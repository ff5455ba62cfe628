import type { Element, Root, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { widthInEm } from '../text/em-width.js'

/** The end of a text that introduces the next block. */
const introduces = /[：:]$/
/** The end of prose, which a caption does not have. */
const endsSentence = /[。！？；，]$/

/** Cells of a line of 28 without the indent (docs/design/newsletter.md, The grid). */
const oneLine = 26

/**
 * Marks one-line paragraphs that belong to the next block, so that the style sheet keeps them
 * together: one that ends in a colon, one in bold (used as a heading), and the caption of a table
 * (docs/design/layout-rules.md, 1.10: it is above the table). Changes the tree in place.
 */
export function keepLeadInsWithNext(root: Root | Element): void {
  const blocks = (root.children as RootContent[]).filter((node) => node.type === 'element')
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (block.tagName !== 'p') keepLeadInsWithNext(block)
    // Blocks with a class, such as headings, have their own rules.
    else if (!block.properties.className && next) {
      const classes = classesFor(block, next, blocks[index + 2])
      if (classes) block.properties.className = classes
    }
  }
}

function classesFor(block: Element, next: Element, afterNext?: Element): string[] | undefined {
  const isOverUnit = afterNext !== undefined && isTableUnit(next, afterNext)
  if (isOverUnit && isTableCaption(block, afterNext)) return ['leads', 'table-caption']
  if (isTableUnit(block, next)) return ['leads', 'table-unit']
  if (!isLeadIn(block, next)) return undefined
  return isTableCaption(block, next) ? ['leads', 'table-caption'] : ['leads']
}

function isLeadIn(paragraph: Element, next: Element): boolean {
  const text = textOf(paragraph).trim()
  // Only the last line of a longer paragraph would move to the next page: a widow, and a gap on the
  // page before.
  if (widthInEm(text) > oneLine) return false
  return introduces.test(text) || isBold(paragraph) || (isTable(next) && !endsSentence.test(text))
}

/**
 * A table number (表1　…) makes the paragraph a caption, which is repeated where the table continues
 * (output/pdf/layout/cut-tables.ts).
 */
const isTableCaption = (paragraph: Element, next: Element): boolean =>
  isTable(next) && /^表\s*[\d一二三四五六七八九十]/u.test(textOf(paragraph).trim())

/** Units of measure; the name of a body behind 单位： is none. */
const unitOfMeasure =
  /^[（(]?(?:计量|货币|金额)?单位[：:][\s元万亿千百人次个吨公斤克米平立方升台套辆户件篇册份条场处项只头支天日时分秒年月亩顷页字株对组家名瓦伏%％‰℃A-Za-z²³·/／、，,（）()]{1,20}$/u

/** The unit of the figures of a table (单位：万元), directly above it. */
const isTableUnit = (paragraph: Element, next: Element): boolean =>
  paragraph.tagName === 'p' && isTable(next) && unitOfMeasure.test(textOf(paragraph).trim())

const isBold = ({ children }: Element): boolean =>
  children.length === 1 && children[0]?.type === 'element' && children[0].tagName === 'strong'

const isTable = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('table')
