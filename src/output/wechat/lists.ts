import type { Element, ElementContent } from 'hast'
import { isInline } from '../../text/inline-elements.js'
import { text, wechatElement } from './element.js'
import { lineContent } from './inline.js'
import type { ArticleState } from './state.js'
import { itemRestStyle, itemStyle } from './styles.js'

/** Sets blocks within a list. */
export type SetBlock = (block: Element, state: ArticleState) => ElementContent[]

const bullets = ['•', '◦', '▪']

/**
 * A list as paragraphs with their marks hanging: the editor gives lists within lists marks of its own.
 */
export function listOf(
  list: Element,
  state: ArticleState,
  setBlock: SetBlock,
  depth = 1,
): ElementContent[] {
  const items = list.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'li',
  )
  return items.flatMap((item) => itemOf(item, state, setBlock, depth))
}

function itemOf(
  item: Element,
  state: ArticleState,
  setBlock: SetBlock,
  depth: number,
): ElementContent[] {
  const mark = String(item.properties.dataMark ?? bullets[(depth - 1) % bullets.length])
  let isFirst = true
  const made: ElementContent[] = []
  const addLine = (content: readonly ElementContent[]) => {
    const inside = lineContent(content, state)
    if (inside.every((node) => node.type === 'text' && node.value.trim() === '')) return
    const marked = isFirst ? [text(`${mark}\u00a0`), ...inside] : inside
    made.push(wechatElement('p', isFirst ? itemStyle(depth) : itemRestStyle(depth), marked))
    isFirst = false
  }
  let line: ElementContent[] = []
  const endLine = () => {
    addLine(line)
    line = []
  }
  for (const child of item.children) {
    if (isInline(child)) {
      line.push(child)
      continue
    }
    endLine()
    if (child.type !== 'element') continue
    if (child.tagName === 'p') addLine(child.children)
    else if (child.tagName === 'ol' || child.tagName === 'ul')
      made.push(...listOf(child, state, setBlock, depth + 1))
    else made.push(...setBlock(child, state))
  }
  endLine()
  return made
}
