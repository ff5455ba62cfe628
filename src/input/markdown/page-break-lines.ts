import type { Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { characterOf, endsLine } from './constructs.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    pageBreakLine: 'pageBreakLine'
  }
}

/** Maximum length of a page break line, in characters. */
const maxLength = 40

const latin = '(?:page[-_ ]?break|(?:new|next)[-_ ]?page|clear[-_ ]?(?:double[-_ ]?)?page)'
const marks = '[\\\\\\[\\](){}【】〔〕（）<>《》：:%@#/.=~+\\-\\s]'
/**
 * Notations of other programs and of authors: `\newpage`, `[pagebreak]`, `【分页】`, `:::
 * pagebreak`.
 */
const written = new RegExp(
  `^(?:${marks}*(?:${latin}|分页符|换页符)(?:\\[\\d\\])?${marks}*|[【［\\[（(<《]\\s*(?:分页|换页)\\s*[】］\\]）)>》])$`,
  'iu',
)
/** Word's page break in copied text. */
const formFeed = /^[\s\u3000]*\f[\s\f\u3000]*$/u

/** Whether a line of the source, on its own, can only mean a page break. `{{…}}` stays literal. */
const isPageBreak = (line: string): boolean =>
  formFeed.test(line) || (written.test(line.trim()) && !/^#+\s|\{\{/.test(line.trim()))

/** Reads a line that is a page break in other programs as `<!-- pagebreak -->`. */
export function pageBreakLines(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { flow: { null: pageBreakLine } },
  ]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree]
}

const pageBreakLine: Construct = {
  name: 'pageBreakLine',
  tokenize(effects, ok, nok) {
    let line = ''
    const read: State = (code) => {
      if (endsLine(code)) {
        effects.exit('pageBreakLine')
        return isPageBreak(line) ? ok(code) : nok(code)
      }
      line += characterOf(code)
      if (line.length > maxLength) return nok(code)
      effects.consume(code)
      return read
    }
    return (code) => {
      if (!mayBegin.test(characterOf(code))) return nok(code)
      effects.enter('pageBreakLine')
      return read(code)
    }
  },
}

/** The first characters of such lines; most other lines are excluded by their first character. */
const mayBegin = /^[\\[({【〔（<《：:%@#/.=~+\-\f\u3000pnc分换［]/iu

const tree: TreeExtension = {
  enter: {
    pageBreakLine(token) {
      this.enter({ type: 'html', value: '<!-- pagebreak -->' }, token)
    },
  },
  exit: {
    pageBreakLine(token) {
      this.exit(token)
    },
  },
}
