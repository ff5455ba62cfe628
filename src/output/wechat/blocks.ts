import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isBlank, isInline } from '../../text/inline-elements.js'
import { classesOf } from '../../typeset/inline-pictures.js'
import { text, wechatElement } from './element.js'
import { lineContent } from './inline.js'
import { listOf } from './lists.js'
import { pictureOf } from './pictures.js'
import type { ArticleState } from './state.js'
import { styles } from './styles.js'
import { tableOf } from './tables.js'

/** Content (hast) as the editor of WeChat keeps it: sections and paragraphs with inline styles. */
export function wechatBlocks({ children }: Root | Element, state: ArticleState): ElementContent[] {
  const made: ElementContent[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    if (!line.every(isBlank))
      made.push(wechatElement('p', styles.paragraph, lineContent(line, state)))
    line = []
  }
  let isTurned = false
  for (const node of children as ElementContent[]) {
    if (isInline(node)) {
      line.push(node)
      continue
    }
    endLine()
    if (node.type !== 'element') continue
    const classes = classesOf(node)
    if (classes.includes('landscape-start')) isTurned = true
    else if (classes.includes('landscape-end')) isTurned = false
    else if (classes.includes('table')) made.push(...tableOf(node, isTurned, state))
    else made.push(...setBlock(node, state))
  }
  endLine()
  return made
}

/** Styles of paragraphs by class. */
const paragraphs: Readonly<Record<string, string>> = {
  continued: styles.continued,
  'align-center': styles.center,
  'align-right': styles.right,
  'caption-line': styles.caption,
  'table-unit': styles.tableUnit,
}

const bold: Readonly<Record<string, string>> = {
  'heading-1': styles.heading1,
  'heading-2': styles.heading2,
  'heading-3': styles.heading3,
  'heading-4': styles.heading3,
  'table-caption': styles.tableCaption,
}

function setBlock(node: Element, state: ArticleState): ElementContent[] {
  const classes = classesOf(node)
  const inside = () => wechatBlocks(node, state)
  const boldStyle = classes.map((name) => bold[name]).find((style) => style !== undefined)
  if (boldStyle !== undefined)
    return [
      wechatElement('p', boldStyle, [
        wechatElement('strong', undefined, lineContent(node.children, state)),
      ]),
    ]
  if (classes.includes('formula'))
    return [wechatElement('section', styles.figure, formulaIn(node, state))]
  if (classes.includes('space'))
    return [wechatElement('p', undefined, [wechatElement('br', undefined, [])])]
  if (classes.includes('page-break')) return []
  if (classes.includes('table')) return tableOf(node, false, state)
  if (classes.includes('footnotes')) return footnotes(node, state)
  switch (node.tagName) {
    case 'p':
      return [paragraph(node, state)]
    case 'ol':
    case 'ul':
      return listOf(node, state, setBlock)
    case 'pre':
      return [wechatElement('section', styles.code, codeLines(textOf(node)))]
    case 'figure':
      return figure(node, state)
    case 'aside':
      return [wechatElement('section', styles.note, inside())]
    case 'blockquote':
      return [wechatElement('section', styles.quotation, inside())]
    default:
      return inside()
  }
}

function paragraph(node: Element, state: ArticleState): Element {
  const style = classesOf(node)
    .map((name) => paragraphs[name])
    .find((one) => one !== undefined)
  return wechatElement('p', style ?? styles.paragraph, lineContent(node.children, state))
}

const formulaIn = (node: Element, state: ArticleState): ElementContent[] =>
  node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'math'
      ? pictureOf({ ...child, position: child.position ?? node.position }, state)
      : lineContent([child], state),
  )

/** The editor joins lines and blanks of code: line breaks and hard spaces stay. */
function codeLines(code: string): ElementContent[] {
  return code
    .replace(/\n+$/, '')
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [wechatElement('br', undefined, [])] : []),
      text(line.replace(/\t/g, '    ').replace(/ /g, '\u00a0')),
    ])
}

/** Every picture over its caption, one below the other: a phone has no room for two side by side. */
function figure(node: Element, state: ArticleState): ElementContent[] {
  const parts = (parent: Element): ElementContent[] =>
    parent.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return []
      if (child.tagName === 'img' || child.tagName === 'svg') return pictureOf(child, state)
      if (child.tagName === 'figcaption')
        return [wechatElement('p', styles.caption, lineContent(child.children, state))]
      return parts(child)
    })
  const children = parts(node)
  return children.length === 0 ? [] : [wechatElement('section', styles.figure, children)]
}

function footnotes(node: Element, state: ArticleState): ElementContent[] {
  const notes = node.children.flatMap((list) =>
    list.type === 'element' ? list.children.filter((one) => one.type === 'element') : [],
  )
  const lines = notes.flatMap(({ children }) =>
    children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'p'
        ? [wechatElement('p', styles.noteLine, lineContent(child.children, state))]
        : child.type === 'element'
          ? setBlock(child, state)
          : [],
    ),
  )
  return [wechatElement('section', styles.notes, lines)]
}
