import type { Draft } from './draft.js'
import type { Edge } from './paragraph.js'
import { paragraph } from './paragraph.js'
import type { Look } from './run.js'
import { red } from './styles.js'
import type { Xml } from './xml.js'

type Words = readonly [look: Look, text: string]

/** A line with one text at its left end and one at its right. `inset`: cells free at both ends. */
export function sides(left: Words, right: Words, draft: Draft, inset = 0): Xml {
  const { chars, cell } = draft.page
  return paragraph(
    {
      style: 'Normal',
      align: 'left',
      tabs: [{ kind: 'right', at: (chars - inset) * cell }],
      ...(inset > 0 && { indent: { left: inset * 100 }, cell: left[0].size * 20 }),
    },
    draft.run(...left),
    draft.run(right[0], right[1] === '' ? '' : `\t${right[1]}`),
  )
}

/** The red rule under a head: the lower border of a low paragraph, not a drawing. */
export const redRule = (draft: Draft, rule: Edge = { width: 18 }): Xml =>
  paragraph({
    style: 'Normal',
    line: { height: Math.round(draft.page.line * 0.4), rule: 'exact' },
    after: Math.round(draft.page.line * 0.6),
    borders: { bottom: { ...rule, colour: red } },
  })
