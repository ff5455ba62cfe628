import type { Element } from 'xast'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** Elements of `w:pPr` that come before `w:pageBreakBefore` (ECMA-376, part 1, 17.3.1.26). */
const earlier = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines'])

/** Makes the first paragraph of some blocks, or of their first table, begin a new page. */
export function startPage(blocks: readonly Xml[]): Xml[] {
  const [first, ...others] = blocks
  return first ? [broken(first), ...others] : []
}

function broken(block: Xml): Xml {
  if (block.name !== 'w:p') {
    const index = block.children.findIndex(
      (child) => child.type === 'element' && /^w:(?:tr|tc|p|tbl)$/.test(child.name),
    )
    const inner = block.children[index]
    if (inner?.type !== 'element') return block
    return { ...block, children: block.children.with(index, broken(inner)) }
  }
  const [properties, ...content] = block.children
  if (properties?.type !== 'element' || properties.name !== 'w:pPr')
    return { ...block, children: [w('pPr', {}, w('pageBreakBefore')), ...block.children] }
  const parts = properties.children.filter((child): child is Element => child.type === 'element')
  if (parts.some(({ name }) => name === 'w:pageBreakBefore')) return block
  const at = parts.filter(({ name }) => earlier.has(name)).length
  const children = [...parts.slice(0, at), w('pageBreakBefore'), ...parts.slice(at)]
  return { ...block, children: [{ ...properties, children }, ...content] }
}
