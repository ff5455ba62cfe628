import { blockQuote, list } from 'micromark-core-commonmark'
import type {
  Construct,
  Extension,
  ParseContext,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { characterOf, endsLine } from './constructs.js'
import { beginsIndented } from './indented-lines.js'
import { beginsItem } from './typed-numbers.js'

/** How many characters of a line are read to decide how it begins. */
const prefixLength = 40

/**
 * Ends paragraphs without a blank line where authors mean them to end: before a line that begins
 * with a typed number or indent, or is a remark (注：…). In a quotation, a footnote or a list item
 * whose last line ends a sentence, also before a line without its mark or indent. Must be used
 * after remark-gfm.
 */
export function paragraphEnds(this: Processor): void {
  const data = this.data()
  const left = new WeakMap<ParseContext, Set<number>>()
  const note = (context: TokenizeContext) => {
    const lines = left.get(context.parser) ?? new Set<number>()
    left.set(context.parser, lines.add(context.now().line))
  }
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []).map((extension) => withNoted(extension, note)),
    { document: containers(note), flow: { null: paragraphEnd(left) } },
  ]
}

/**
 * A flow construct that never matches. When the tokenizer asks whether it interrupts a paragraph,
 * it says yes at the end of a paragraph.
 */
const paragraphEnd = (left: WeakMap<ParseContext, Set<number>>): Construct => ({
  name: 'paragraphEnd',
  tokenize(effects, ok, nok) {
    if (!this.interrupt) return nok
    const previous = lineBefore(this)
    const columns = blanksBefore(this)
    const leftContainer = left.get(this.parser)?.has(this.now().line) ?? false
    let line = ''
    const read: State = (code) => {
      if (!endsLine(code) && line.length < prefixLength) {
        line += characterOf(code)
        effects.consume(code)
        return read
      }
      effects.exit('data')
      const ends =
        (leftContainer && endsSentence(previous)) ||
        beginsItem(line, previous, () => (leftContainer ? [line] : linesAbove(this))) ||
        beginsIndented(line, columns, previous)
      return ends && !isBroken(previous) ? ok(code) : nok(code)
    }
    return (code) => {
      effects.enter('data')
      return read(code)
    }
  },
})

/** The line of the paragraph that the tokenizer read last. */
function lineBefore(context: TokenizeContext): string {
  const chunk = context.events.findLast(([, { type }]) => type === 'chunkContent')?.[1]
  return chunk ? context.sliceSerialize(chunk) : ''
}

/** How many lines above are searched for a number of the same kind. */
const maxLinesAbove = 60

/** The lines of the text above the last one, nearest first. */
function* linesAbove({ events, sliceSerialize }: TokenizeContext): Generator<string> {
  let count = 0
  for (let index = events.length - 1; index >= 0 && count <= maxLinesAbove; index--) {
    const [kind, token] = events[index] ?? []
    if (kind !== 'enter' || !token || !/^(?:chunkContent|chunkText)$/.test(token.type)) continue
    count += 1
    if (count > 1) yield sliceSerialize(token)
  }
}

/** The number of columns of blanks read at the beginning of the line. */
function blanksBefore(context: TokenizeContext): number {
  const last = context.events.at(-1)?.[1]
  return last?.type === 'linePrefix' ? context.sliceSerialize(last, true).length : 0
}

/**
 * Whether the author broke the line explicitly. It then stays in one paragraph with the next, as in
 * verse.
 */
const isBroken = (line: string): boolean => /(?: {2,}|\\|<br\s*\/?>\s*)[\r\n]*$/i.test(line)

const endsSentence = (line: string): boolean =>
  /(?:[。！？!?…][”’」』）)】》*_]*|^\s*(?:——|--).*)\s*$/u.test(line)

/** Quotations and lists by their first character: `*` `+` `-`, digits, `>`. */
function containers(note: (context: TokenizeContext) => void): Extension['document'] {
  const digits = Array.from({ length: 10 }, (_, digit) => 48 + digit)
  const items = noted(list, note)
  return {
    ...Object.fromEntries([42, 43, 45, ...digits].map((code) => [code, items])),
    62: noted(blockQuote, note),
  }
}

/**
 * Wraps the continuation of quotations, lists and footnotes, to record the lines at which they did
 * not continue.
 */
function withNoted(extension: Extension, note: (context: TokenizeContext) => void): Extension {
  const own = extension.document
  if (!own) return extension
  const document = Object.entries(own).map(([code, constructs = []]) => [
    code,
    [constructs].flat().map((construct) => noted(construct, note)),
  ])
  return { ...extension, document: Object.fromEntries(document) }
}

function noted(construct: Construct, note: (context: TokenizeContext) => void): Construct {
  const { continuation } = construct
  if (!continuation) return construct
  return {
    ...construct,
    continuation: {
      ...continuation,
      tokenize(effects, ok, nok) {
        const stop: State = (code) => {
          note(this)
          return nok(code)
        }
        return continuation.tokenize.call(this, effects, ok, stop)
      },
    },
  }
}
