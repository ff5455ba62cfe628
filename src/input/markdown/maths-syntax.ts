import type { Node } from 'mdast'
import type { Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { addSyntax, characterOf, endsLine } from './constructs.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula'
    formulaBlock: 'formulaBlock'
    formulaLine: 'formulaLine'
  }
}

/** A TeX formula, in a line of text or on lines of its own. */
export interface Formula extends Node {
  type: 'inlineMath' | 'math'
  value: string
  /** Whether it is delimited by `$$`. */
  isDisplay: boolean
  /** Whether the closing delimiter was found. */
  isClosed: boolean
}

declare module 'mdast' {
  interface RootContentMap {
    inlineMath: Formula
  }
  interface PhrasingContentMap {
    inlineMath: Formula
  }
  interface BlockContentMap {
    math: Formula
  }
}

/** Maximum length of a formula in a line of text. */
const maxLength = 1000

/** Parses `$…$` and `$$…$$`. Amounts (`$5和$6`) and variables (`$HOME/$USER`) are text. */
export function formulas(this: Processor): void {
  addSyntax(this, { text: { 36: formula }, flow: { 36: formulaBlock } }, tree)
}

const word = /^[\p{L}\p{N}$\\]$/u
/**
 * Whether content can be a formula: outside `\text{…}` it has no Han characters, and it is more
 * than a number with a punctuation mark.
 */
const isTeX = (content: string): boolean => {
  const bare = content.replace(
    /\\(?:text|mbox|mathrm|textbf|textit|operatorname)\s*\{[^{}]*\}/g,
    'x',
  )
  return (
    !/[\p{sc=Han}。！？；：]|[，、]\s*\d*\s*$/u.test(bare) &&
    /[A-Za-z\\\p{sc=Greek}=+\-*/^_<>]|^\d+$/u.test(bare)
  )
}

const formula: Construct = {
  name: 'formula',
  tokenize(effects, ok, nok) {
    const before = characterOf(this.previous)
    let marks = 0
    let content = ''
    const begin: State = (code) => {
      if (word.test(before) && !/^\p{sc=Han}$/u.test(before)) return nok(code)
      effects.enter('formula')
      return open(code)
    }
    const open: State = (code) => {
      if (characterOf(code) === '$' && marks < 2) {
        marks += 1
        effects.consume(code)
        return open
      }
      return endsLine(code) && marks === 1 ? nok(code) : inside(code)
    }
    const inside: State = (code) => {
      if (code === null || content.length > maxLength) return nok(code)
      const character = endsLine(code) ? '\n' : characterOf(code)
      if (character === '$' && !/(?:^|[^\\])(?:\\\\)*\\$/.test(content)) return close(marks)(code)
      content += character
      effects.consume(code)
      return inside
    }
    const close =
      (left: number): State =>
      (code) => {
        if (left === 0) return end(code)
        if (characterOf(code) !== '$') return nok(code)
        effects.consume(code)
        return close(left - 1)
      }
    const end: State = (code) => {
      const after = endsLine(code) ? '' : characterOf(code)
      const isTight = !/^\s|\s$/.test(content) || marks === 2
      const isBeside = /^[A-Za-z\d$]$/.test(after)
      if (content.trim() === '' || !isTight || isBeside || !isTeX(content)) return nok(code)
      effects.exit('formula')
      return ok(code)
    }
    return begin
  },
}

/** `$$`, lines, and a line that ends with `$$`. A formula on a single line is left to `formula`. */
const formulaBlock: Construct = {
  name: 'formulaBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    let line = ''
    let isFirst = true
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
      const isEnd = line.trimEnd().endsWith('$$')
      if (isFirst && (!line.startsWith('$$') || line.slice(2).includes('$$'))) return nok(code)
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
}

/** Matches a line end, if the next line still belongs to the container of the formula. */
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

const tree: TreeExtension = {
  enter: {
    formula(token) {
      const written = this.sliceSerialize(token)
      const marks = written.startsWith('$$') ? 2 : 1
      const value = written.slice(marks, -marks).trim()
      this.enter({ type: 'inlineMath', value, isDisplay: marks === 2, isClosed: true }, token)
    },
    formulaBlock(token) {
      this.enter({ type: 'math', value: '', isDisplay: true, isClosed: false }, token)
    },
  },
  exit: {
    formula(token) {
      this.exit(token)
    },
    formulaLine(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'math') node.value += `${this.sliceSerialize(token)}\n`
    },
    formulaBlock(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'math') {
        const written = node.value.slice(2).trim()
        node.isClosed = written.endsWith('$$')
        node.value = written.replace(/\$\$$/, '').trim()
      }
      this.exit(token)
    },
  },
}
