import type { ElementContent, Properties } from 'hast'
import type { Data, Parent, RootContent } from 'mdast'

/** An element of ours, crafted from Markdown, on its way to the page. */
export interface Crafted extends Parent {
  type: 'crafted'
  data: Data & { hName: string; hProperties: Properties; hChildren?: ElementContent[] }
}

declare module 'mdast' {
  interface RootContentMap {
    crafted: Crafted
  }
  interface PhrasingContentMap {
    crafted: Crafted
  }
}

/** An element with Markdown inside. `source` is the node that it stands for. */
export const craft = (
  hName: string,
  hProperties: Properties,
  children: RootContent[] = [],
  source?: Pick<RootContent, 'position'>,
): Crafted => ({
  type: 'crafted',
  data: { hName, hProperties },
  children,
  ...(source?.position && { position: source.position }),
})

/** An element whose inside is finished and not looked at again. */
export const craftFinished = (
  hName: string,
  hProperties: Properties,
  hChildren: ElementContent[],
  source?: Pick<RootContent, 'position'>,
): Crafted => {
  const node = craft(hName, hProperties, [], source)
  node.data.hChildren = hChildren
  return node
}
