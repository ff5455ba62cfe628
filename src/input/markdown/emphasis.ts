import type { Root } from 'mdast'
import type { Construct, Event, State, Token, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { Point } from '../../model/place.js'
import type { TreeExtension } from './constructs.js'
import { addSyntax, changed, characterOf } from './constructs.js'
import type { Problem } from './context.js'
import type { MarkRun } from './emphasis-pairs.js'
import { judge, mayClose, mayOpen } from './emphasis-pairs.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    ambiguousMark: 'ambiguousMark'
  }
}

declare module 'mdast' {
  interface RootData {
    /**
     * The positions of `*` or `_` that are read as text although they may have been meant as
     * emphasis.
     */
    ambiguousMarks?: { at: Point; mark: string }[]
  }
}

/**
 * Reads `*` and `_` as emphasis only where the author can mean it: `3*4*5`, `单价*数量*折扣`, 张**
 * and 138****1234 are text. Must be used after remark-cjk-friendly, with which `**一是…。**各地` is
 * bold.
 */
export function emphasis(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    changed(extension, 'attention', plausible),
  )
  addSyntax(this, {}, tree)
}

/** The runs of marks found by the tokenizer, with the adjacent characters. */
const runs = new WeakMap<Token, MarkRun>()

const plausible = (attention: Construct): Construct => ({
  ...attention,
  tokenize(effects, ok, nok) {
    const before = characterOf(this.previous)
    const done: State = (code) => {
      const token = this.events.at(-1)?.[1]
      if (token) runs.set(token, runOf(token, this, before, characterOf(code)))
      return ok(code)
    }
    return attention.tokenize.call(this, effects, done, nok)
  },
  resolveAll(events, context) {
    const found = sequencesIn(events).flatMap((token) => runs.get(token) ?? [])
    const ambiguous = judge(found, (from, to) =>
      context.sliceSerialize({ start: from.token.end, end: to.token.start }),
    )
    for (const { token, opens, closes } of found) {
      token._open = opens
      token._close = closes
    }
    const resolved = attention.resolveAll?.(events, context) ?? events
    for (const { token } of ambiguous) if (token.type === 'data') token.type = 'ambiguousMark'
    return resolved
  },
})

const sequencesIn = (events: readonly Event[]): Token[] =>
  events.flatMap(([kind, token]) =>
    kind === 'enter' && token.type === 'attentionSequence' ? [token] : [],
  )

function runOf(token: Token, context: TokenizeContext, before: string, after: string): MarkRun {
  const marks = context.sliceSerialize(token)
  const beside = { mark: marks.charAt(0), length: marks.length, before, after }
  const [couldOpen, couldClose] = [token._open === true, token._close === true]
  const opens = couldOpen && mayOpen(beside)
  const closes = couldClose && mayClose(beside)
  return { ...beside, token, couldOpen, couldClose, opens, closes }
}

const tree: TreeExtension = {
  enter: {
    ambiguousMark(token) {
      const [root] = this.stack
      if (root?.type === 'root') {
        const { line, column } = token.start
        const marks = [...(root.data?.ambiguousMarks ?? [])]
        marks.push({ at: { line, column }, mark: this.sliceSerialize(token) })
        root.data = { ...root.data, ambiguousMarks: marks }
      }
      this.config.enter.data?.call(this, token)
    },
  },
  exit: {
    ambiguousMark(token) {
      this.config.exit.data?.call(this, token)
    },
  },
}

/** Removes the ambiguous marks from the tree's data and returns the warnings about them. */
export function takeAmbiguousMarks(body: Root): { at: Point; problem: Problem }[] {
  const marks = body.data?.ambiguousMarks ?? []
  delete body.data?.ambiguousMarks
  return marks.map(({ at, mark }) => ({
    at,
    problem: {
      rule: 'emphasis-unclear',
      message: `这里的“${mark}”不像是成对的标记，照原样印了。`,
      hint: meant(mark),
    },
  }))
}

const meant = (mark: string): string =>
  mark === '*'
    ? '要用楷体，就在一对 * 的外面各空一格（印出来没有空格），如“见 *文字* 一节”；乘号写成 ×；就是星号，写成 \\*。'
    : `要加粗，就在一对 ** 的外面各空一格（印出来没有空格），如“见 **文字** 一节”；就是“${mark}”，在前面加 \\。`
