import type { ElementContent, Root } from 'hast'
import { isInline } from '../../text/inline-elements.js'
import { leavesOf, verbatim } from './leaves.js'
import { dropLooseSpaces } from './loose-spaces.js'
import { composedEdits } from './rules.js'
import { edgesOf, replacementsOf, withReplaced } from './typography.js'

type Node = Root['children'][number]

/**
 * Gives content the characters that are printed, and leaves its lines to whoever sets it: spaces
 * typed between Han and Latin go, those that pad a name become full-width, numbers stay with their
 * units. Consumes the given tree.
 */
export const setText = (root: Root): Root => ({
  ...root,
  children: setChildren(root.children) as Root['children'],
})

const isBreak = (node: Node) => node.type === 'element' && node.tagName === 'br'

function setChildren(children: readonly Node[]): Node[] {
  const made: Node[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    made.push(...setLine(line))
    line = []
  }
  for (const child of children) {
    if (isInline(child) && !isBreak(child)) line.push(child as ElementContent)
    else {
      endLine()
      made.push(
        child.type === 'element' && !verbatim.has(child.tagName)
          ? { ...child, children: setChildren(child.children) as ElementContent[] }
          : child,
      )
    }
  }
  endLine()
  return made
}

function setLine(content: readonly ElementContent[]): ElementContent[] {
  dropLooseSpaces(content)
  const leaves = leavesOf(content)
  const text = leaves.map(({ value }) => value).join('')
  const edits = composedEdits({ text, edges: edgesOf(leaves) })
  const replacements = replacementsOf(leaves, edits)
  return content.flatMap((node) => withReplaced(node, replacements, (code) => code))
}
