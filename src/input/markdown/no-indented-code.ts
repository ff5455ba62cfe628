import type { Processor } from 'unified'

/**
 * Disables indented code: editors mean lines with four leading spaces as paragraphs with a typed
 * indent. Fenced code (```) remains available.
 */
export function typedIndents(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['codeIndented'] } },
  ]
}
