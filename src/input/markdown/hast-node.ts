import type { ElementContent, Properties } from 'hast'
import type { Data, Parent, RootContent } from 'mdast'

/** An element of ours, crafted from Markdown, on its way to the page. */
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

/** An element with Markdown inside. `source` is the node that it stands for. */
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

/** An element whose inside is finished and not looked at again. */
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
