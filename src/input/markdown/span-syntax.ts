import type { Code, Construct, Effects, State, Token, TokenType } from 'micromark-util-types'
import { characterOf, endsLine } from './constructs.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    spanMarker: 'spanMarker'
  }
}

/**
 * The text between two marks and the adjacent characters, which are empty at the ends of a text or
 * line.
 */
export interface Beside {
  before: string
  content: string
  after: string
}

/** A piece of text between two marks, with Markdown in it. */
export interface MarkedSpan {
  type: TokenType
  open: string
  close: string
  /** Maximum length of the content in UTF-16 units; limits the search for the closing mark. */
  maxLength: number
  /** Whether brackets in the content must be balanced. */
  isBracketed?: true
  /** Whether the span may continue across line ends. */
  isOverLines?: true
  /** Whether a span can begin between two characters. */
  mayBegin(before: string, first: string): boolean
  /** Whether the author can have meant this span. */
  isMeant(beside: Beside): boolean
}

/** A construct that reads a span, or leaves its marks as text. */
export const spanConstruct = (span: MarkedSpan): Construct => ({
  name: span.type,
  tokenize(effects, ok, nok) {
    const before = characterOf(this.previous)
    const line = lines(effects)
    let content = ''
    let depth = 0
    let isEscaped = false
    let isCode = false
    const begin: State = (code) => {
      effects.enter(span.type)
      return marks(effects, span.open, first, nok)(code)
    }
    const first: State = (code) =>
      endsLine(code) || !span.mayBegin(before, characterOf(code)) ? nok(code) : inside(code)
    const inside: State = (code) => {
      if (code === null || content.length > span.maxLength) return nok(code)
      if (endsLine(code) && !span.isOverLines) return nok(code)
      const isEnd = characterOf(code) === span.close.charAt(0) && depth === 0
      return isEnd && !isEscaped && !isCode
        ? effects.check(closing(span.close), end, consume)(code)
        : consume(code)
    }
    const consume: State = (code) => {
      const character = endsLine(code) ? '\n' : characterOf(code)
      if (character === '`' && !isEscaped) isCode = !isCode
      if (span.isBracketed && !isEscaped && !isCode) {
        if (character === '[') depth += 1
        if (character === ']') depth -= 1
      }
      isEscaped = character === '\\' && !isEscaped
      content += character
      line.consume(code)
      return inside
    }
    const end: State = (code) => {
      line.end()
      return marks(effects, span.close, after, nok)(code)
    }
    const after: State = (code) => {
      const beside = { before, content, after: endsLine(code) ? '' : characterOf(code) }
      if (content.trim() === '' || !span.isMeant(beside)) return nok(code)
      effects.exit(span.type)
      return ok(code)
    }
    return begin
  },
})

/** Reads the opening or closing mark. */
function marks(effects: Effects, expected: string, next: State, nok: State): State {
  let read = 0
  const mark: State = (code) => {
    if (characterOf(code) !== expected.charAt(read)) return nok(code)
    effects.consume(code)
    read += 1
    if (read < expected.length) return mark
    effects.exit('spanMarker')
    return next
  }
  return (code) => {
    if (characterOf(code) !== expected.charAt(0)) return nok(code)
    effects.enter('spanMarker')
    return mark(code)
  }
}

const closing = (close: string): Construct => ({
  partial: true,
  tokenize: (effects, ok, nok) => marks(effects, close, ok, nok),
})

/**
 * Tokenizes text with one token per line, so that quotation marks (`>`) at the beginning of lines
 * are excluded.
 */
function lines(effects: Effects) {
  let previous: Token | undefined
  let isOpen = false
  return {
    consume(code: Code) {
      if (!isOpen) {
        const token = effects.enter('chunkText', {
          contentType: 'text',
          ...(previous && { previous }),
        })
        if (previous) previous.next = token
        previous = token
        isOpen = true
      }
      effects.consume(code)
      if (!endsLine(code)) return
      effects.exit('chunkText')
      isOpen = false
    },
    end() {
      if (isOpen) effects.exit('chunkText')
      isOpen = false
    },
  }
}
