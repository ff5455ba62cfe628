import type { Construct, State } from 'micromark-util-types'
import { characterOf, endsLine } from './constructs.js'
import { isTeX, maxLength } from './tex.js'

/** A command, which nothing but TeX has; Han beside it does no harm. */
const hasCommand = (content: string) => /\\[A-Za-z]{2}/.test(content)
/** What only TeX has in square brackets: a command, a power, an index, an equation. */
const isSquareTeX = (content: string) =>
  hasCommand(content) || (/[\^_=]/.test(content) && isTeX(content))
/** Letters at least: `\(1\)` is a number in brackets. */
const isRoundTeX = (content: string) =>
  hasCommand(content) || (!/^\s*\d*\s*$/.test(content) && isTeX(content))

/** `\(…\)`, or `\[…\]` that does not have its brackets on lines of their own. */
export const bracketFormula: Construct = {
  name: 'formula',
  tokenize(effects, ok, nok) {
    const isEscaped = characterOf(this.previous) === '\\'
    let content = ''
    let isRound = false
    const begin: State = (code) => {
      if (isEscaped) return nok(code)
      effects.enter('formula')
      effects.consume(code)
      return open
    }
    const open: State = (code) => {
      const bracket = characterOf(code)
      if (bracket !== '(' && bracket !== '[') return nok(code)
      isRound = bracket === '('
      effects.consume(code)
      return inside
    }
    const inside: State = (code) => {
      if (code === null || content.length > maxLength) return nok(code)
      const character = endsLine(code) ? '\n' : characterOf(code)
      const isEnd = character === (isRound ? ')' : ']') && /(?:^|[^\\])(?:\\\\)*\\$/.test(content)
      if (isEnd) return close(code)
      content += character
      if (endsLine(code)) {
        effects.exit('formula')
        return nok(code)
      }
      effects.consume(code)
      return inside
    }
    const close: State = (code) => {
      const tex = content.slice(0, -1)
      if (!(isRound ? isRoundTeX(tex) : isSquareTeX(tex))) return nok(code)
      effects.consume(code)
      effects.exit('formula')
      return ok
    }
    return begin
  },
}
