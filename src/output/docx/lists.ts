import type { Element, ElementContent } from 'hast'
import { isBlank, isInline } from '../../text/inline-elements.js'
import type { Draft } from './draft.js'
import type { Place, SetBlocks } from './place.js'
import { textBlock } from './text-block.js'
import type { Xml } from './xml.js'

/** The indent of a list and the room of its marks, in characters (templates/shared/styles/lists.css). */
const room = { indent: 2, mark: 2, nestedMark: 2.5 } as const

/**
 * A list: every item is a paragraph that begins with its mark as printed, and a tab. Marks that Word
 * counts would not be those of the page (（1）, ①, numbers that the author skipped).
 */
export function list(
  node: Element,
  place: Place,
  draft: Draft,
  setBlocks: SetBlocks,
  outer?: number,
): Xml[] {
  const usual = outer === undefined ? room.mark : room.nestedMark
  const asked = /--mark:([\d.]+)em/.exec(String(node.properties.style ?? ''))?.[1]
  const mark = asked === undefined ? usual : Number(asked)
  const inCell = place.style === 'TableText'
  const edge = outer ?? (place.indent?.left ?? 0) / 100 + (inCell ? 0 : room.indent)
  const items = node.children.filter((child) => child.type === 'element')
  return items.flatMap((item) => {
    const sign = String(item.properties.dataMark ?? '•')
    return listItem(
      item,
      sign,
      { ...place, ...listPlace(place, edge, mark) },
      edge + mark,
      draft,
      setBlocks,
    )
  })
}

/** A list in a note or a quotation keeps its letters and its frame. */
const listPlace = (place: Place, edge: number, mark: number): Partial<Place> => ({
  style: place.style === 'BodyText' ? 'ListParagraph' : place.style,
  indent: {
    left: Math.round((edge + mark) * 100),
    first: Math.round(mark * -100),
    ...(place.indent?.right !== undefined && { right: place.indent.right }),
  },
})

function listItem(
  item: Element,
  sign: string,
  place: Place,
  left: number,
  draft: Draft,
  setBlocks: SetBlocks,
): Xml[] {
  const [first, rest] = firstLine(item.children)
  const look = { ...draft.lookOf(place.style), ...place.look }
  const mark = draft.run(sign === '•' ? { ...look, role: 'hei' } : look, sign)
  const begun = textBlock(first, place, {}, draft, [mark, draft.run(look, '\t')])
  const further = { ...place, indent: { ...place.indent, left: Math.round(left * 100), first: 0 } }
  const others = rest.flatMap((node) =>
    node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
      ? list(node, place, draft, setBlocks, left)
      : setBlocks([node], further, draft),
  )
  return [...begun, ...others]
}

/** The inline content that an item begins with, and what follows it. */
function firstLine(
  children: readonly ElementContent[],
): [first: ElementContent[], rest: ElementContent[]] {
  const content = children.filter((node, index) => !isBlank(node) || isBetween(children, index))
  const end = content.findIndex((node) => !isInline(node))
  if (end !== 0) return end < 0 ? [content, []] : [content.slice(0, end), content.slice(end)]
  const [first, ...rest] = content
  return first?.type === 'element' && first.tagName === 'p' ? [first.children, rest] : [[], content]
}

/** Whether a blank text stands between inline content, not between blocks. */
const isBetween = (children: readonly ElementContent[], index: number): boolean => {
  const [before, after] = [children[index - 1], children[index + 1]]
  return before !== undefined && after !== undefined && isInline(before) && isInline(after)
}
