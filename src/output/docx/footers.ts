import type { Draft } from './draft.js'
import { field } from './fields.js'
import { paragraph } from './paragraph.js'
import type { SectionLook } from './section.js'
import type { Xml } from './xml.js'
import { namespaces, w } from './xml.js'

/**
 * The page numbers: on the right of odd pages and on the left of even ones, one cell in from the
 * edge of the type area (GB/T 9704—2012, 7.5); always on the right when one side is printed.
 */
export function addFooters(
  draft: Draft,
  parts: Map<string, Xml>,
  first?: Xml,
): NonNullable<SectionLook['footers']> {
  const add = (name: string, ...content: Xml[]): string => {
    parts.set(name, w('ftr', namespaces, content))
    return draft.relations.document.to('footer', name)
  }
  return {
    odd: add('footer1.xml', pageNumber(draft, 'right')),
    ...(draft.page.duplex && { even: add('footer2.xml', pageNumber(draft, 'left')) }),
    ...(first && { first: add('footer3.xml', first) }),
  }
}

function pageNumber(draft: Draft, align: 'left' | 'right'): Xml {
  const look = draft.lookOf('Footer')
  return paragraph(
    {
      style: 'Footer',
      align,
      indent: align === 'right' ? { right: 100 } : { left: 100 },
      cell: look.size * 20,
    },
    draft.run(look, '— '),
    field(draft, look, 'PAGE', [draft.run(look, '1')]),
    draft.run(look, ' —'),
  )
}
