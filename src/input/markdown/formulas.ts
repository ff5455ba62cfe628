import type { Element, ElementContent } from 'hast'
import type { Root } from 'mdast'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'
import type Temml from 'temml'
import { SKIP, visit } from 'unist-util-visit'
import type { Point } from '../../model/place.js'
import { latePackage } from '../../system/late-package.js'
import { excerpt } from '../../text/excerpt.js'
import { pointOf, walk } from '../../text/markdown-tree.js'
import type { Problem, TreeStep } from './context.js'
import { hFinished } from './hast-node.js'
import type { Formula } from './maths-syntax.js'

/** Loaded on first use, because few articles contain formulas. */
let temml: typeof Temml | undefined
const library = (): typeof Temml => {
  temml ??= latePackage<typeof Temml>('temml')
  return temml
}

/** Sets TeX formulas as MathML. A formula that cannot be parsed prints as typed, with a warning. */
export const formulaStep: TreeStep = (tree, context) => {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    const isAlone = node.type === 'paragraph' && node.children.length === 1
    const only = isAlone ? node.children[0] : undefined
    const formula =
      only?.type === 'inlineMath' && only.isDisplay
        ? only
        : node.type === 'inlineMath' || node.type === 'math'
          ? node
          : undefined
    if (!formula) return
    const isBlock = formula !== node || node.type === 'math'
    const rendered = mathmlOf(formula, isBlock)
    if ('problem' in rendered) context.warn(formula, rendered.problem)
    else if (!isBlock && isTall(formula)) context.warn(formula, tooTall(formula))
    const content: ElementContent =
      'element' in rendered ? rendered.element : { type: 'text', value: typed(formula) }
    parent.children[index] = isBlock
      ? hFinished('div', { className: ['formula'] }, [content], formula)
      : 'element' in rendered
        ? hFinished('math', rendered.element.properties, rendered.element.children, formula)
        : { type: 'text', value: typed(formula) }
    return SKIP
  })
}

/** Whether an inline formula has rows or stacked fractions, which do not fit the height of a line. */
const isTall = ({ value }: Formula): boolean =>
  /\\begin\b|\\[dct]?frac\s*\{[^{}]*\\[dct]?frac|\\(?:cfrac|substack)\b/.test(value)

const tooTall = ({ value }: Formula): Problem => ({
  rule: 'formula-tall',
  message: `行里的公式“${excerpt(value)}”比一行高，会碰到上下两行的字。`,
  hint: '让它单独成段：另起一行写 $$ 公式 $$，前后各空一行。',
})

const typed = ({ value, marks: [open, close] }: Formula): string => `${open}${value}${close}`

/**
 * Wraps a display formula whose lines are separated by `\\` outside any environment, because MathML
 * has no line break of its own.
 */
const inLines = (value: string, isDisplay: boolean): string =>
  isDisplay && /\\\\/.test(value) && !/\\(?:begin|substack)\b/.test(value)
    ? `\\begin{gathered}${value}\\end{gathered}`
    : value

function mathmlOf(
  { value, isDisplay, marks: [mark] }: Formula,
  isBlock: boolean,
): { element: Element } | { problem: Problem } {
  try {
    const written = library().renderToString(inLines(value, isDisplay), {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxSize: [30, 30],
      maxExpand: 500,
    })
    const element = elementIn(written, { isBlock, isDisplay })
    if (element) return { element }
  } catch {
    // Reported below, with a message independent of the library's.
  }
  return {
    problem: {
      rule: 'formula',
      message: `公式“${excerpt(value)}”读不懂，照原样印了。`,
      hint: `改正公式的写法（TeX）；不是公式，就在 ${mark.charAt(0)} 前面加 \\。`,
    },
  }
}

function elementIn(
  mathml: string,
  { isBlock, isDisplay }: { isBlock: boolean; isDisplay: boolean },
): Element | undefined {
  const [math] = parseFragment(mathml).childNodes.flatMap(toHast)
  if (math?.type !== 'element' || math.tagName !== 'math') return undefined
  const properties = isBlock ? { display: 'block' } : isDisplay ? { displaystyle: 'true' } : {}
  return { ...math, properties }
}

function toHast(node: DefaultTreeAdapterTypes.ChildNode): ElementContent[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ type: 'text', value: node.value }]
  if (!('tagName' in node)) return []
  // Classes are for the library's style sheet, which is not used here.
  const attributes = node.attrs.filter(
    ({ name, value }) => name !== 'class' && !/url\(/i.test(value),
  )
  const properties = Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
  const children = node.childNodes.flatMap(toHast)
  return [{ type: 'element', tagName: node.tagName, properties, children }]
}

/** Reports `$$` formulas without an end: the rest of the text is read as a formula. */
export function unclosedFormulas(body: Root): { at: Point; problem: Problem }[] {
  return [...walk(body)].flatMap((node) =>
    node.type === 'math' && !node.isClosed
      ? [{ at: pointOf(node), problem: open(node.marks) }]
      : [],
  )
}

const open = ([mark, close]: Formula['marks']): Problem => ({
  rule: 'formula-open',
  message: `公式“${mark}”没有收尾，它后面的内容会当成公式。`,
  hint: `在公式的最后写 ${close}；不是公式就写成 ${mark.replace(/[\\$]/g, '\\$&')}。`,
})
