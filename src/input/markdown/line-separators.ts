import type { Construct } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lineSeparator: 'lineSeparator'
  }
}

declare module 'mdast' {
  interface BreakData {
    /**
     * Whether the break comes from a line separator character. Such a break may be at the end of a
     * block, where Markdown permits none.
     */
    separator?: true
  }
}

/** Reads Word's line break (U+000B), U+0085, U+2028 and U+2029 as hard line breaks. */
export function lineSeparators(this: Processor): void {
  const data = this.data()
  const text = { 11: separator, 133: separator, 8232: separator, 8233: separator }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree]
}

const separator: Construct = {
  name: 'lineSeparator',
  tokenize(effects, ok) {
    return (code) => {
      effects.enter('lineSeparator')
      effects.consume(code)
      effects.exit('lineSeparator')
      return ok
    }
  },
}

const tree: TreeExtension = {
  enter: {
    lineSeparator(token) {
      this.enter({ type: 'break', data: { separator: true } }, token)
    },
  },
  exit: {
    lineSeparator(token) {
      this.exit(token)
    },
  },
}
