import type { Decoder } from '../value.js'
import { accepting, ok } from '../value.js'
import { withoutFolds } from './folded.js'
import { asWritten, sourceOf, text } from './text.js'

/** A Markdown text. Only blank lines around it are trimmed, because indentation is significant. */
export const markdown = (sample: string): Decoder<string> =>
  accepting({ type: 'string', examples: [sample] }, (given) => {
    const read = text(sample)(given)
    const written = asWritten(given.node)
    if (read.value === undefined || written === undefined) return read
    const trimmed = written.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
    return ok(withoutFolds(trimmed, sourceOf(given)))
  })
