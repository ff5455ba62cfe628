import { definition, labelEnd } from 'micromark-core-commonmark'
import type { Construct, Event, State, Token, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './constructs.js'
import { isDestination } from './destination.js'

/**
 * Parses `[…](…)` and `[…]: …` as links only if they have a valid target: `市发[2024](5)号` and
 * `[1]: 数据来源于市统计局` are text. Pictures accept any path, so that a wrong one is reported.
 */
export function linkSyntax(this: Processor): void {
  addSyntax(this, {
    disable: { null: ['labelEnd', 'definition'] },
    text: { 93: link },
    contentInitial: { 91: reference },
  })
}

const link: Construct = {
  ...labelEnd,
  name: 'linkEnd',
  tokenize(effects, ok, nok) {
    const label = openLabel(this)
    const first = this.events.length
    const done: State = (code) => {
      const target = targetIn(this, first, 'resourceDestinationString')
      const isLiteral = targetIn(this, first, 'resourceDestinationLiteral') !== undefined
      const isResource = targetIn(this, first, 'resource') !== undefined
      if (label?.type !== 'labelLink' || !isResource || isLiteral || isDestination(target ?? ''))
        return ok(code)
      label._balanced = true
      return nok(code)
    }
    return labelEnd.tokenize.call(this, effects, done, nok)
  },
}

const reference: Construct = {
  ...definition,
  name: 'reference',
  tokenize(effects, ok, nok) {
    const first = this.events.length
    const done: State = (code) => {
      const target = targetIn(this, first, 'definitionDestinationString')
      // `[//]: # (…)` is a comment, and so is `[_]: <> (…)`.
      if (target === undefined || target === '#' || isDestination(target)) return ok(code)
      this.parser.defined.pop()
      return nok(code)
    }
    return definition.tokenize.call(this, effects, done, nok)
  },
}

/** The `[` or `![` that matches the next `]`. */
export const openLabel = ({ _labelStarts }: TokenizeContext): Token | undefined =>
  _labelStarts?.findLast(({ _balanced }) => !_balanced)

function targetIn(
  context: TokenizeContext,
  first: number,
  type: Event[1]['type'],
): string | undefined {
  const token = context.events
    .slice(first)
    .findLast(([kind, one]) => kind === 'exit' && one.type === type)?.[1]
  return token && context.sliceSerialize(token)
}
