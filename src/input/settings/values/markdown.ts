import type { Decoder } from '../value.js'
import { accepting, ok } from '../value.js'
import { withoutFolds } from './folded.js'
import { asWritten, sourceOf, text } from './text.js'

/** A text that is Markdown: its indentation means something, so only blank lines around it go. */
export const markdown = (sample: string): Decoder<string> =>
  accepting({ type: 'string', examples: [sample] }, (given) => {
    const read = text(sample)(given)
    const written = asWritten(given.node)
    if (read.value === undefined || written === undefined) return read
    const trimmed = written.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
    return ok(withoutFolds(trimmed, sourceOf(given)))
  })
