import type { Kind } from '../../model/issue.js'
import type { Faces } from './faces.js'
import type { WordPage } from './page.js'
import { paragraphProperties } from './paragraph.js'
import { runProperties } from './run.js'
import { looksOf, styles } from './styles.js'
import type { Xml } from './xml.js'
import { namespaces, w } from './xml.js'

/** `word/styles.xml`. */
export function stylesPart(page: WordPage, kind: Kind, faces: Faces): Xml {
  const lookOf = looksOf(page, kind)
  const normal = lookOf('Normal')
  return w(
    'styles',
    namespaces,
    w(
      'docDefaults',
      {},
      w('rPrDefault', {}, runProperties(faces, normal)),
      w('pPrDefault', {}, w('pPr')),
    ),
    w(
      'style',
      { type: 'paragraph', default: 1, styleId: 'Normal' },
      w('name', { val: 'Normal' }),
      w('uiPriority', { val: 0 }),
      w('qFormat'),
      normalProperties(page, kind),
      runProperties(faces, normal),
    ),
    w(
      'style',
      { type: 'character', default: 1, styleId: 'DefaultParagraphFont' },
      w('name', { val: 'Default Paragraph Font' }),
      w('uiPriority', { val: 1 }),
      w('semiHidden'),
      w('unhideWhenUsed'),
    ),
    w(
      'style',
      { type: 'table', default: 1, styleId: 'TableNormal' },
      w('name', { val: 'Normal Table' }),
      w('uiPriority', { val: 99 }),
      w('semiHidden'),
      w('unhideWhenUsed'),
      w('tblPr', {}, w('tblInd', { w: 0, type: 'dxa' })),
    ),
    styles(page, kind).map(({ id, name, next, basedOn = 'Normal', paragraph = {}, priority }) =>
      w(
        'style',
        { type: 'paragraph', styleId: id },
        w('name', { val: name }),
        w('basedOn', { val: basedOn }),
        next && w('next', { val: next }),
        w('uiPriority', { val: priority }),
        w('qFormat'),
        paragraphProperties(paragraph),
        runProperties(faces, lookOf(id)),
      ),
    ),
    w(
      'style',
      { type: 'character', styleId: 'FootnoteReference' },
      w('name', { val: 'footnote reference' }),
      w('basedOn', { val: 'DefaultParagraphFont' }),
      w('uiPriority', { val: 99 }),
      w('unhideWhenUsed'),
      w('rPr', {}, w('vertAlign', { val: 'superscript' })),
    ),
  )
}

/**
 * The paragraph that all others are based on: lines of exactly one pitch, no mark hung into the
 * margin (it would leave the grid), and the gap between Han and Latin that documents do not have.
 */
function normalProperties(page: WordPage, kind: Kind): Xml {
  const gap = kind === 'document' ? 0 : 1
  return w(
    'pPr',
    {},
    w('widowControl', { val: 0 }),
    w('kinsoku', { val: 1 }),
    w('overflowPunct', { val: 0 }),
    w('autoSpaceDE', { val: gap }),
    w('autoSpaceDN', { val: gap }),
    w('adjustRightInd', { val: 0 }),
    w('snapToGrid', { val: 0 }),
    w('spacing', { line: page.line, lineRule: 'exact' }),
    w('jc', { val: 'both' }),
  )
}
