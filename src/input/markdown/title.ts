import type { Heading, PhrasingContent, Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { plainText, pointOf } from '../../text/markdown-tree.js'
import { joinLines } from './soft-breaks.js'

/** A body without its title heading. */
export interface TitledBody {
  /** Plain text; `<br>` and hard breaks are `\n`, footnote marks are as typed. */
  title?: string
  at?: Point
  body: Root
}

/**
 * Removes the only `# ` heading of a file from the body and returns its text. With no such heading,
 * or several, the body is unchanged.
 */
export function takeTitle(body: Root): TitledBody {
  const titles = body.children.filter(isTitle)
  const [heading] = titles
  if (!heading || titles.length > 1) return { body }
  const children = body.children.filter((node) => node !== heading)
  return { title: titleText(heading), at: pointOf(heading), body: { ...body, children } }
}

const isTitle = (node: Root['children'][number]): node is Heading =>
  node.type === 'heading' && node.depth === 1

/** What is raised or lowered stays marked, as it is in a title of the front-matter. */
const scripts: ReadonlyMap<string, string> = new Map([
  ['sup', '^'],
  ['sub', '~'],
])

const titleText = ({ children }: Heading): string =>
  children
    .map(lineText)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

function lineText(node: PhrasingContent): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`
  const script = node.type === 'crafted' && scripts.get(node.data.hName)
  if (script) return `${script}${plainText(node)}${script}`
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : ''
  return joinLines(plainText(node))
}
