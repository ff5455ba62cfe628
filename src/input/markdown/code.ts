import { visit } from 'unist-util-visit'
import { lineSeparator } from '../../text/characters.js'
import type { Problem, TreeStep } from './context.js'
import { hFinished } from './hast-node.js'

/** Languages that other programs make a drawing, or a list, of. */
const drawn: ReadonlySet<string> = new Set(
  'mermaid flow flowchart sequence gantt plantuml puml dot graphviz echarts mindmap markmap dataview dataviewjs'.split(
    ' ',
  ),
)

const notDrawn = (language: string): Problem => ({
  rule: 'code-drawing',
  message: `这段 ${language} 在别的软件里会变成图表，这里照原样印成代码。`,
  hint: '在那个软件里把图表存成图片放进来，写成 ![说明](images/文件名)；要印代码，就把 ``` 后面的语言改成 text。',
})

/** Sets code verbatim, without syntax highlighting. */
export const code: TreeStep = (tree, context) => {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type === 'code') {
      const value = node.value.replace(lineSeparator, '\n')
      const language = node.lang?.toLowerCase() ?? ''
      if (drawn.has(language)) context.warn(node, notDrawn(language))
      const inside = { type: 'text' as const, value }
      const element = {
        type: 'element' as const,
        tagName: 'code',
        properties: {},
        children: [inside],
      }
      parent.children[index] = hFinished('pre', { className: ['code'] }, [element], node)
    } else if (node.type === 'inlineCode') {
      const inside = { type: 'text' as const, value: node.value.replace(lineSeparator, ' ') }
      parent.children[index] = hFinished('code', {}, [inside], node)
    }
  })
}
