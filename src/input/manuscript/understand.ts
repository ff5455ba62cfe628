import type { Block, WordDocument } from '../docx/model.js'
import { takeContents } from './contents.js'
import { headingsOf } from './headings.js'
import { bodyLook } from './look.js'
import { takeOfficialParts } from './official.js'
import type { Plan } from './plan.js'
import { takeRedHead } from './red-head.js'
import { takeSignature } from './signature.js'
import { takeTitle } from './title.js'
import { type WordStyles, withStyles } from './word-styles.js'

/** How a Word document is understood. */
export interface UnderstandOptions {
  /**
   * Whether its masthead goes into `bulletin.yaml`. If so, what the template of official documents sets
   * around the body goes there too.
   */
  keepsHead?: boolean
  /** What the settings say that styles of Word mean. */
  styles?: WordStyles
}

/** Finds out what the parts of a Word document are. */
export function understand(
  { blocks }: Pick<WordDocument, 'blocks'>,
  { keepsHead = true, styles = {} }: UnderstandOptions = {},
): Plan {
  const styled = withStyles(blocks, styles)
  const contents = takeContents(styled.blocks)
  const red = takeRedHead(contents.blocks)
  const body = bodyLook(red.blocks)
  const titled = takeTitle(red.blocks, body)
  const isOfficial = keepsHead && red.head?.template === 'document'
  const official = isOfficial ? takeOfficialParts(titled.blocks) : undefined
  if (official) titled.blocks = official.blocks
  takeSignature(titled)
  const kept: Block[] = [...titled.blocks, ...(official?.attached ?? [])]
  return {
    fields: titled.fields,
    origins: titled.origins,
    blocks: kept,
    headings: headingsOf(kept, body),
    body,
    ...(red.head && { redHead: { ...red.head, ...official?.parts } }),
    said: [
      ...styled.said,
      ...contents.said,
      ...red.said,
      ...titled.said,
      ...(official?.said ?? []),
    ],
  }
}
