import type { Draft } from './draft.js'
import type { Look } from './run.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/**
 * A field with the result that it shows until somebody updates it (ECMA-376, part 1, 17.16). It is
 * not marked as dirty, so Word opens the file without asking, and shows the result given here.
 */
export const field = (draft: Draft, look: Look, instruction: string, result: readonly Xml[]) => [
  ...fieldStart(draft, look, instruction),
  ...result,
  fieldEnd(draft, look),
]

export const fieldStart = (draft: Draft, look: Look, instruction: string): Xml[] => [
  draft.runOf(look, w('fldChar', { fldCharType: 'begin' })),
  draft.runOf(look, w('instrText', { 'xml:space': 'preserve' }, ` ${instruction} `)),
  draft.runOf(look, w('fldChar', { fldCharType: 'separate' })),
]

export const fieldEnd = (draft: Draft, look: Look): Xml =>
  draft.runOf(look, w('fldChar', { fldCharType: 'end' }))
