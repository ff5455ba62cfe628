import type { Block, WordDocument } from '../docx/model.js'
import { takeContents } from './contents.js'
import { headingsOf } from './headings.js'
import { bodyLook } from './look.js'
import type { Plan } from './plan.js'
import { takeRedHead } from './red-head.js'
import { takeSignature } from './signature.js'
import { takeTitle } from './title.js'

/** Finds out what the parts of a Word document are. */
export function understand({ blocks }: Pick<WordDocument, 'blocks'>): Plan {
  const contents = takeContents(blocks)
  const red = takeRedHead(contents.blocks)
  const body = bodyLook(red.blocks)
  const titled = takeTitle(red.blocks, body)
  takeSignature(titled)
  const kept: Block[] = titled.blocks
  return {
    fields: titled.fields,
    origins: titled.origins,
    blocks: kept,
    headings: headingsOf(kept, body),
    body,
    ...(red.head && { redHead: red.head }),
    said: [...contents.said, ...red.said, ...titled.said],
  }
}
