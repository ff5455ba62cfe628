import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isInline } from '../../../text/inline-elements.js'
import { pointOf } from '../../../text/markdown-tree.js'
import type { ParseContext } from '../context.js'
import { formOf } from './elements.js'
import type { OwnElements } from './own-elements.js'
import { isDrawing } from './own-elements.js'
import { paragraphsOf } from './paragraphs.js'
import type { Surrounding } from './set-element.js'
import { setElement } from './set-element.js'

/**
 * Keeps the generated elements and sets an author's elements in their printed form. Elements
 * without a printed form are removed, with a warning.
 */
export function sanitise(tree: Root, own: OwnElements, context: ParseContext): Root {
  const outside = { parent: 'root', lists: 0, quotes: 0 }
  return { type: 'root', children: tree.children.flatMap((child) => clean(child, outside)) }

  function clean(node: RootContent, around: Surrounding): ElementContent[] {
    if (node.type === 'text') return [node]
    if (node.type !== 'element') return []
    const ours = own.restore(node)
    if (ours && isDrawing(ours)) return [ours]
    const form = ours ? undefined : formOf(node.tagName)
    if (form?.as === 'removed') {
      warn(node, context, `“<${node.tagName}>”不能用，已连同里面的内容去掉。`, '删掉这一段。')
      return []
    }
    const inside = within(ours ?? node, around)
    const children = node.children.flatMap((child) => clean(child, inside))
    if (ours) return [{ ...ours, children }]
    return form
      ? setElement({ node, children, form, around, context })
      : withoutForm(node, children, context)
  }
}

const within = ({ tagName }: Element, { lists, quotes }: Surrounding): Surrounding => ({
  parent: tagName,
  lists: tagName === 'ol' ? lists + 1 : lists,
  quotes: tagName === 'q' ? quotes + 1 : quotes,
})

/** The content of an element without a meaning in print; the tag is removed, with a warning. */
function withoutForm(
  node: Element,
  children: ElementContent[],
  context: ParseContext,
): ElementContent[] {
  const { tagName } = node
  const left = children.length > 0 ? '，已去掉，里面的文字还在' : '，已去掉'
  warn(node, context, `“<${tagName}>”不能用${left}。`, `删掉 <${tagName}>。`)
  return children.every(isInline) ? children : paragraphsOf(children)
}

const warn = (node: Element, context: ParseContext, message: string, hint: string) =>
  context.warn(pointOf(node), { rule: 'html-element', message, hint })
