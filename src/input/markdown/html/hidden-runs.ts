import type { Html, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { TreeStep } from '../context.js'
import { hidden } from './elements.js'

const opening = new RegExp(`<(${[...hidden].join('|')})(?=[\\s/>])`, 'gi')

/**
 * Removes the text between `<script>` and `</script>` and the like inside a paragraph, because the
 * parser reads it as Markdown (`*` in it would make emphasis). The tags stay, so that a later step
 * warns about them.
 */
export const hiddenRuns: TreeStep = (tree) => {
  visit(tree, (parent) => {
    if (!('children' in parent)) return
    const children = parent.children as RootContent[]
    for (let index = 0; index < children.length; index += 1) {
      const node = children[index]
      const name = node?.type === 'html' ? leftOpen(node) : undefined
      if (node?.type !== 'html' || name === undefined) continue
      const end = children.findIndex(
        (other, at) => at > index && other.type === 'html' && closing(name).test(other.value),
      )
      const last = children[end]
      if (last?.type !== 'html') continue
      const after = last.value.slice(last.value.search(closing(name)))
      children.splice(index, end - index + 1, { ...node, value: node.value + after })
    }
  })
}

/** The hidden element that a piece of HTML opens but does not close. */
function leftOpen({ value }: Html): string | undefined {
  const last = [...value.matchAll(opening)].at(-1)
  const name = last?.[1]?.toLowerCase()
  return name && !closing(name).test(value.slice(last?.index)) ? name : undefined
}

const closing = (name: string) => new RegExp(`</${name}(?=[\\s/>])`, 'i')
