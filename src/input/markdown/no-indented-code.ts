import type { Processor } from 'unified'

/**
 * Takes lines that begin with four spaces for what editors mean by them: paragraphs with a typed
 * indent, not code. Code has its ``` fences.
 */
export function typedIndents(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['codeIndented'] } },
  ]
}
