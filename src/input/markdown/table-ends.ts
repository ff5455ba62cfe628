import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { characterOf, endsLine } from './constructs.js'
import { isRemark } from './typed-numbers.js'

/**
 * Ends a table before a line without `|`, or a remark (`注：…`): GFM reads every line under a table
 * as a row. Must be used after remark-gfm.
 */
export function tableEnds(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withOurs)
}

function withOurs(extension: Extension): Extension {
  if (!extension.flow) return extension
  const flow = Object.entries(extension.flow).map(([code, constructs = []]) => [
    code,
    [constructs]
      .flat()
      .map((construct) => (construct.name === 'table' ? ended(construct) : construct)),
  ])
  return { ...extension, flow: Object.fromEntries(flow) }
}

const ended = (table: Construct): Construct => ({
  ...table,
  tokenize(effects, ok, nok) {
    const row = table.tokenize.call(this, effects, ok, nok)
    return isUnderRow(this) ? effects.check(noRow, nok, row) : row
  },
})

/** Whether the previous line is a row of a table, by the same test as GFM's construct. */
function isUnderRow({ events }: TokenizeContext): boolean {
  const last = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')
  const type: string | undefined = last?.[1].type
  return type === 'tableHead' || type === 'tableRow'
}

const noRow: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let line = ''
    const read: State = (code) => {
      if (endsLine(code)) {
        effects.exit('data')
        return isRow(line) ? nok(code) : ok(code)
      }
      line += characterOf(code)
      effects.consume(code)
      return read
    }
    return (code) => {
      effects.enter('data')
      return read(code)
    }
  },
}

const isRow = (line: string): boolean =>
  /^\s*\|/.test(line) || (/(?<!\\)\|/.test(line) && !isRemark(line))
