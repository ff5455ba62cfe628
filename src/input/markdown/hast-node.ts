import type { ElementContent, Properties } from 'hast'
import type { Data, Parent, RootContent } from 'mdast'

/** An mdast node that becomes a generated element, created from Markdown. */
export interface HastNode extends Parent {
  type: 'crafted'
  data: Data & { hName: string; hProperties: Properties; hChildren?: ElementContent[] }
}

declare module 'mdast' {
  interface RootContentMap {
    crafted: HastNode
  }
  interface PhrasingContentMap {
    crafted: HastNode
  }
}

/** Creates an element with mdast children. `source` is the node that it replaces. */
export const h = (
  hName: string,
  hProperties: Properties,
  children: RootContent[] = [],
  source?: Pick<RootContent, 'position'>,
): HastNode => ({
  type: 'crafted',
  data: { hName, hProperties },
  children,
  ...(source?.position && { position: source.position }),
})

/** Creates an element with finished hast children, which later steps do not process. */
export const hFinished = (
  hName: string,
  hProperties: Properties,
  hChildren: ElementContent[],
  source?: Pick<RootContent, 'position'>,
): HastNode => {
  const node = h(hName, hProperties, [], source)
  node.data.hChildren = hChildren
  return node
}
