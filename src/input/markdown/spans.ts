import type { Node, PhrasingContent } from 'mdast'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { addSyntax } from './constructs.js'
import { h } from './hast-node.js'
import type { Beside, MarkedSpan } from './span-syntax.js'
import { spanConstruct } from './span-syntax.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript'
    subscript: 'subscript'
    markedText: 'markedText'
    inlineNote: 'inlineNote'
  }
}

/** An inline note, `^[…]`, before it is converted to a footnote. */
export interface InlineNote extends Node {
  type: 'inlineNote'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    inlineNote: InlineNote
  }
  interface PhrasingContentMap {
    inlineNote: InlineNote
  }
}

/**
 * Parses `m^2^`, `H~2~O`, `==重点==` and `^[注文]` where the author can mean them: `x^2+y^2`,
 * `3~5天`, `2~3月，5~6月` and `a==b` are text. Must be used after remark-gfm, whose `~~` keeps its
 * meaning.
 */
export function spans(this: Processor): void {
  addSyntax(
    this,
    {
      text: {
        61: spanConstruct(marked),
        94: [spanConstruct(note), spanConstruct(superscript)],
        126: spanConstruct(subscript),
      },
    },
    tree,
  )
}

const isWord = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)
const isLatin = (character: string): boolean => /^[0-9A-Za-z]$/.test(character)
const isDigit = (character: string): boolean => /^\d$/.test(character)

/** A number, a charge or a short word. Longer content may be between two marks by chance. */
const isPlain = (content: string): boolean =>
  /^(?:[+\-−–]?\d{1,3}|\d{0,2}[+\-−–]|[A-Za-z]{1,3}|[α-ωΑ-Ω])$/u.test(content)
const raised =
  /^(?:[\p{L}\p{N}+\-−–*'′″.°/]{1,12}|[[(（〔【][\p{L}\p{N},，、\-–—]{1,12}[\])）〕】])$/u
const lowered = /^(?:[A-Za-z\d+\-−α-ωΑ-Ω,]{1,8}|\p{sc=Han}{1,4})$/u

const isRange = (...ends: string[]): boolean => ends.every((end) => /^[A-Z]$/.test(end))

const superscript: MarkedSpan = {
  type: 'superscript',
  open: '^',
  close: '^',
  maxLength: 16,
  mayBegin: (before, first) => before !== '^' && first !== '^' && !/^\s?$/.test(first),
  isMeant({ before, content, after }) {
    if (after === '^' || !raised.test(content)) return false
    // A note mark may follow the punctuation mark of the sentence: 结束。^1^
    const isNote = /^(?:[[(（〔【].*|\d{1,3})$/u.test(content)
    if (!isWord(before) && !/^[)）\]】}%％'′~]$/.test(before) && !(isNote && /\S/.test(before)))
      return false
    if (isPlain(content)) return !(isDigit(content.at(-1) ?? '') && isDigit(after))
    // Text: x^2+y^2 and 3^2和4^2.
    return isNote || !isLatin(after)
  },
}

const subscript: MarkedSpan = {
  type: 'subscript',
  open: '~',
  close: '~',
  maxLength: 12,
  mayBegin: (before, first) => before !== '~' && first !== '~' && !/^\s?$/.test(first),
  isMeant({ before, content, after }) {
    if (after === '~' || !lowered.test(content)) return false
    if (/^[A-Za-zα-ωΑ-Ω)）\]′'^]$/u.test(before)) {
      // A~B~C is a range from A to C.
      return !(/^\d+$/.test(content) ? isDigit(after) : isRange(before, content, after))
    }
    // Matches 碳~14~的, but neither 3~5~7天 nor 周一~3~5时.
    return /^\p{sc=Han}$/u.test(before) && isPlain(content) && !isLatin(after)
  },
}

/** Whether a piece of plain text between `^` or `~` is raised or lowered, as it would be in a body. */
export const isScript = (isRaised: boolean, beside: Beside): boolean => {
  const span = isRaised ? superscript : subscript
  return span.mayBegin(beside.before, beside.content.charAt(0)) && span.isMeant(beside)
}

const marked: MarkedSpan = {
  type: 'markedText',
  open: '==',
  close: '==',
  maxLength: 1000,
  isOverLines: true,
  mayBegin: (before, first) => before !== '=' && !/^[\s=]$/.test(first),
  isMeant({ before, content, after }: Beside) {
    const [first, last] = [content.charAt(0), content.at(-1) ?? '']
    if (after === '=' || /\s/.test(last)) return false
    if (/\n[^\S\n]*\n/.test(content)) return false
    // a==b，c==d is a comparison.
    const isCompared = isLatin(before) && (isLatin(first) || isLatin(last))
    return !isCompared && !(isWord(before) && isLatin(first) && isLatin(after))
  },
}

const note: MarkedSpan = {
  type: 'inlineNote',
  open: '^[',
  close: ']',
  maxLength: 2000,
  isBracketed: true,
  isOverLines: true,
  // [^[…] is a character class in a regular expression.
  mayBegin: (before, first) => before !== '[' && !/^[\s\]^]$/.test(first),
  // ^[1] and ^[2-5]^ are marks of notes that are defined elsewhere.
  isMeant: ({ content, after }) => after !== '^' && !/^[\d\s,，、\-–—~～]+$/.test(content),
}

const tree: TreeExtension = {
  enter: {
    superscript(token) {
      this.enter(h('sup', {}), token)
    },
    subscript(token) {
      this.enter(h('sub', {}), token)
    },
    markedText(token) {
      this.enter(h('mark', {}), token)
    },
    inlineNote(token) {
      this.enter({ type: 'inlineNote', children: [] }, token)
    },
  },
  exit: {
    superscript(token) {
      this.exit(token)
    },
    subscript(token) {
      this.exit(token)
    },
    markedText(token) {
      this.exit(token)
    },
    inlineNote(token) {
      this.exit(token)
    },
  },
}
