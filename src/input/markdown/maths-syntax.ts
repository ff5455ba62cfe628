import type { Node } from 'mdast'
import type { Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { addSyntax, characterOf, endsLine } from './constructs.js'
import type { Marks } from './maths-block.js'
import { blockBetween } from './maths-block.js'
import { bracketFormula } from './maths-brackets.js'
import { isTeX, maxLength } from './tex.js'

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
  /** The marks around it, as written. */
  marks: Marks
  /** Between `$$` or `\[ \]`. */
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

/**
 * Reads `$…$`, `$$…$$`, and TeX's own `\(…\)` and `\[…\]`. The money of `$5和$6` is none, nor are
 * `$HOME/$USER` and the brackets of `\[1\]` or `\(注\)`, which some programs write with backslashes.
 */
export function formulas(this: Processor): void {
  addSyntax(
    this,
    {
      text: { 36: formula, 92: bracketFormula },
      flow: { 36: blockBetween(['$$', '$$']), 92: blockBetween(['\\[', '\\]']) },
    },
    tree,
  )
}

const word = /^[\p{L}\p{N}$\\]$/u
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

const marksOf = (written: string): Marks =>
  written.startsWith('\\(')
    ? ['\\(', '\\)']
    : written.startsWith('\\[')
      ? ['\\[', '\\]']
      : written.startsWith('$$')
        ? ['$$', '$$']
        : ['$', '$']

const tree: TreeExtension = {
  enter: {
    formula(token) {
      const written = this.sliceSerialize(token)
      const marks = marksOf(written)
      const value = written.slice(marks[0].length, -marks[1].length).trim()
      const isDisplay = marks[0] === '$$' || marks[0] === '\\['
      this.enter({ type: 'inlineMath', value, marks, isDisplay, isClosed: true }, token)
    },
    formulaBlock(token) {
      const marks = marksOf(this.sliceSerialize(token).slice(0, 2))
      this.enter({ type: 'math', value: '', marks, isDisplay: true, isClosed: false }, token)
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
        const [, close] = node.marks
        node.isClosed = written.endsWith(close)
        node.value = (node.isClosed ? written.slice(0, -close.length) : written).trim()
      }
      this.exit(token)
    },
  },
}
