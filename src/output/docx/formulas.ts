import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Draft } from './draft.js'
import { mathsFamily } from './faces.js'
import type { Xml } from './xml.js'
import { m, w } from './xml.js'

/** A formula (MathML) as one that Word can edit. */
export const formula = (math: Element, draft: Draft): Xml =>
  m('oMath', {}, children(math.children, draft))

/** A formula on lines of its own. */
export const displayFormula = (math: Element, draft: Draft): Xml =>
  m('oMathPara', {}, m('oMathParaPr', {}, m('jc', { val: 'center' })), formula(math, draft))

const children = (nodes: readonly ElementContent[], draft: Draft): Xml[] =>
  nodes.flatMap((node) => (node.type === 'element' ? part(node, draft) : text(node, draft)))

const text = (node: ElementContent, draft: Draft): Xml[] =>
  node.type === 'text' && node.value.trim() !== '' ? [letters(node.value, false, draft)] : []

/** The parts of MathML that temml writes; what has no form of its own is set as its content. */
function part(node: Element, draft: Draft): Xml[] {
  const own = node.children.filter((child) => child.type === 'element')
  const at = (index: number): Xml[] => {
    const child = own[index]
    return child ? part(child, draft) : []
  }
  const e = (index: number) => m('e', {}, at(index))
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return [letters(textOf(node), isUpright(node), draft)]
    case 'mspace':
    case 'mphantom':
      return []
    case 'mfrac':
      return [m('f', {}, m('num', {}, at(0)), m('den', {}, at(1)))]
    case 'msup':
      return [m('sSup', {}, e(0), m('sup', {}, at(1)))]
    case 'msub':
      return [m('sSub', {}, e(0), m('sub', {}, at(1)))]
    case 'msubsup':
      return [m('sSubSup', {}, e(0), m('sub', {}, at(1)), m('sup', {}, at(2)))]
    case 'munder':
      return [m('limLow', {}, e(0), m('lim', {}, at(1)))]
    case 'mover':
      return [m('limUpp', {}, e(0), m('lim', {}, at(1)))]
    case 'munderover':
      return [
        m(
          'limUpp',
          {},
          m('e', {}, m('limLow', {}, e(0), m('lim', {}, at(1)))),
          m('lim', {}, at(2)),
        ),
      ]
    case 'msqrt':
      return [
        m(
          'rad',
          {},
          m('radPr', {}, m('degHide', { val: 1 })),
          m('deg'),
          m('e', {}, children(node.children, draft)),
        ),
      ]
    case 'mroot':
      return [m('rad', {}, m('deg', {}, at(1)), e(0))]
    case 'mtable':
      return [
        m(
          'm',
          {},
          own.map((row) =>
            m(
              'mr',
              {},
              cellsOf(row).map((cell) => m('e', {}, part(cell, draft))),
            ),
          ),
        ),
      ]
    case 'annotation':
    case 'annotation-xml':
      return []
    default:
      return children(node.children, draft)
  }
}

const cellsOf = (row: Element): Element[] => row.children.filter((node) => node.type === 'element')

/** Words and functions are upright; a single letter is italic unless MathML says otherwise. */
const isUpright = (node: Element): boolean =>
  node.tagName === 'mtext' ||
  node.properties.mathvariant === 'normal' ||
  (node.tagName === 'mi' && [...textOf(node)].length > 1)

function letters(value: string, upright: boolean, { faces, page }: Draft): Xml {
  return m(
    'r',
    {},
    upright ? m('rPr', {}, m('sty', { val: 'p' })) : undefined,
    w(
      'rPr',
      {},
      w('rFonts', {
        ascii: mathsFamily,
        hAnsi: mathsFamily,
        eastAsia: faces.song,
        cs: mathsFamily,
      }),
      w('sz', { val: Math.round(page.size * 2) }),
      w('szCs', { val: Math.round(page.size * 2) }),
    ),
    m('t', { 'xml:space': 'preserve' }, value),
  )
}
