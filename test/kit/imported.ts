import { readDocx } from '../../src/input/docx/read-docx.js'
import { compose } from '../../src/input/manuscript/compose.js'
import { understand } from '../../src/input/manuscript/understand.js'
import type { WordStyles } from '../../src/input/manuscript/word-styles.js'
import { type WordParts, wordFile } from './word.js'

interface ImportedOptions {
  changes?: 'accept' | 'reject'
  section?: string
  /** Whether the masthead goes into `bulletin.yaml`. */
  keepsHead?: boolean
  /** What styles of Word mean. */
  styles?: WordStyles
}

/** Runs the importer on a Word file; pictures keep their own names. */
export function imported(
  given: WordParts | Uint8Array,
  { changes = 'accept', section, keepsHead = true, styles = {} }: ImportedOptions = {},
) {
  const bytes = given instanceof Uint8Array ? given : wordFile(given)
  const { document, trouble } = readDocx(bytes, { changes })
  if (!document) throw new Error(trouble.reason)
  const plan = understand(document, { keepsHead, styles })
  const made = compose(document, plan, {
    ...(section !== undefined && { section }),
    pathOf: ({ part }) => part.replace('word/media', 'images'),
  })
  const [, head = '', body = ''] = /^---\n([\s\S]*?\n)?---\n\n?([\s\S]*)$/.exec(made.text) ?? []
  return { ...made, head: head.trim(), body: body.trim(), redHead: plan.redHead }
}

/** The paragraphs of a body, one on each line. */
export const blocksOf = ({ body }: { body: string }): string[] => body.split('\n\n')
