import type { Construct, State } from 'micromark-util-types'
import { characterOf, endsLine } from './constructs.js'

/** What stands before and behind a formula. */
export type Marks = readonly [open: string, close: string]

/**
 * `$$`, lines, and a line that ends in `$$`; one line alone is left to `formula`. `\[` must be alone on its
 * line: a longer one may be a square bracket.
 */
export const blockBetween = ([open, close]: Marks): Construct => ({
  name: 'formulaBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    let line = ''
    let isFirst = true
    const isOpening = (written: string) =>
      open === close
        ? written.startsWith(open) && !written.slice(open.length).includes(close)
        : written.trimEnd() === open
    const begin: State = (code) => {
      effects.enter('formulaBlock')
      return read(code)
    }
    const read: State = (code) => {
      if (!endsLine(code)) {
        if (line === '') effects.enter('formulaLine')
        line += characterOf(code)
        effects.consume(code)
        return read
      }
      if (line !== '') effects.exit('formulaLine')
      const isEnd = line.trimEnd().endsWith(close)
      if (isFirst && !isOpening(line)) return nok(code)
      if (code === null || (isEnd && !isFirst)) return end(code)
      isFirst = false
      return effects.attempt(nextLine, more, end)(code)
    }
    const more: State = (code) => {
      line = ''
      return read(code)
    }
    const end: State = (code) => {
      effects.exit('formulaBlock')
      return ok(code)
    }
    return begin
  },
})

/** The end of a line, when the next one is still in the container that the formula stands in. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const start: State = (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return next
    }
    const next: State = (code) =>
      code === null || this.parser.lazy[this.now().line] ? nok(code) : ok(code)
    return start
  },
}
