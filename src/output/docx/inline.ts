import type { Element, ElementContent, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { classesOf } from '../../typeset/inline-pictures.js'
import { bookmarkOf } from './contents.js'
import type { Draft } from './draft.js'
import { footnoteMark } from './footnotes.js'
import { formula } from './formulas.js'
import { pictureRun } from './pictures.js'
import type { InlinePlace } from './place.js'
import type { Look } from './run.js'
import { runProperties } from './run.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** The runs of inline content. */
export const inline = (
  nodes: readonly (ElementContent | RootContent)[],
  place: InlinePlace,
  draft: Draft,
): Xml[] => nodes.flatMap((node) => inlineNode(node, place, draft))

function inlineNode(node: ElementContent | RootContent, place: InlinePlace, draft: Draft): Xml[] {
  if (node.type === 'text') {
    const text = node.value.replace(/[ \t]*\n[ \t]*/g, ' ')
    return text === '' ? [] : [draft.run(place.look, text)]
  }
  if (node.type !== 'element') return []
  const within = (look: Partial<Look>) =>
    inline(node.children, { ...place, look: { ...place.look, ...look } }, draft)
  switch (node.tagName) {
    case 'a':
      return link(node, place, draft)
    case 'br':
      return [draft.run(place.look, '\n')]
    case 'code':
      return [draft.run({ ...place.look, isCode: true }, textOf(node))]
    case 'del':
      return within({ strike: true })
    case 'em':
      return within({ role: 'kai', bold: false })
    case 'img':
    case 'svg':
      return pictureRun(node, place, draft)
    case 'kbd':
      return within({ role: 'song', size: place.look.size * 0.8, framed: true })
    case 'mark':
      return within({ marked: true })
    case 'math':
      return [formula(node, draft)]
    case 'ruby':
      return ruby(node, place, draft)
    case 'small':
      return within({ size: place.look.size * 0.8 })
    case 'strong':
      return within(strong(place))
    case 'sub':
      return within({ raised: 'subscript' })
    case 'sup':
      return classesOf(node).includes('footnote-mark')
        ? footnoteMark(node, place, draft, inline)
        : within({ raised: 'superscript' })
    case 'u':
      return within({ underline: true })
    case 'span':
      return within(classesOf(node).includes('latin') ? { isLatin: true } : {})
    default:
      return within({})
  }
}

/** 楷体 has no bold face (templates/shared/styles/text.css). */
const strong = ({ strongIsHei, look }: InlinePlace): Partial<Look> =>
  strongIsHei ? { role: 'hei' } : look.role === 'kai' ? {} : { bold: true }

function link(node: Element, place: InlinePlace, draft: Draft): Xml[] {
  const content = inline(node.children, place, draft)
  const address = String(node.properties.href ?? '')
  if (address.startsWith('#'))
    return [w('hyperlink', { anchor: bookmarkOf(address.slice(1)), history: 1 }, content)]
  if (!/^(?:https?|mailto):/i.test(address)) return content
  const id = draft.relations[place.part].to('hyperlink', address, { external: true })
  return [w('hyperlink', { 'r:id': id, history: 1 }, content)]
}

/** Readings over their base (ECMA-376, part 1, 17.3.3.25). */
function ruby(node: Element, { look, part }: InlinePlace, draft: Draft): Xml[] {
  const [base, reading] = node.children
  if (base?.type !== 'element' || reading?.type !== 'element') return []
  const small = { ...look, size: look.size * 0.4 }
  const content = w(
    'ruby',
    {},
    w(
      'rubyPr',
      {},
      w('rubyAlign', { val: 'center' }),
      w('hps', { val: Math.round(small.size * 2) }),
      w('hpsRaise', { val: Math.round(look.size * 1.8) }),
      w('hpsBaseText', { val: Math.round(look.size * 2) }),
      w('lid', { val: 'zh-CN' }),
    ),
    w('rt', {}, inline(reading.children, { look: small, part }, draft)),
    w('rubyBase', {}, inline(base.children, { look, part }, draft)),
  )
  return [w('r', {}, runProperties(draft.faces, look), content)]
}
