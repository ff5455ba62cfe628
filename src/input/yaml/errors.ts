import type { Document, ErrorCode, ParsedNode, YAMLError } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import { excerpt, quoted } from '../../text/excerpt.js'
import type { Origin } from '../settings/value.js'
import { errorIn } from '../settings/value.js'

interface Problem {
  rule: string
  message: string
  hint: string
}

/**
 * The context of an error: its line, the next line, and the parser's message, which distinguishes
 * variants of one error code.
 */
interface Scene {
  line: string
  next: string
  words: string
}

/**
 * Translates the parser's errors into messages for editors. Of a series of errors only the first is
 * reliable, because the rest follow from it. Errors in `ONE_LINE` do not affect other lines.
 *
 * @returns the diagnostics, and `broken`: whether the mapping must not be used.
 */
export function syntaxErrors(
  document: Document<ParsedNode>,
  origin: Origin,
): { broken: boolean; diagnostics: Diagnostic[] } {
  const lines = origin.text.split('\n').map((line) => line.replace(/\r$/, ''))
  const diagnostics: Diagnostic[] = []
  const seen = new Set<number>()
  for (const error of document.errors) {
    const point = origin.pointAt(startOf(error, origin.text))
    if (!seen.has(point.line)) {
      const scene = {
        line: lines[point.line - 1] ?? '',
        next: lines[point.line] ?? '',
        words: error.message,
      }
      diagnostics.push(errorIn(origin, point, PROBLEMS[error.code](scene)))
    }
    seen.add(point.line)
    if (!ONE_LINE.has(error.code)) break
  }
  return { broken: document.errors.some(({ code }) => code !== 'DUPLICATE_KEY'), diagnostics }
}

/**
 * Returns the offset to report. The parser reports an unclosed quote or bracket at the end of the
 * text; the editor needs its beginning.
 */
function startOf({ code, message, pos }: YAMLError, text: string): number {
  const unclosed = code === 'MISSING_CHAR' || code === 'BAD_INDENT'
  const mark = /closing (['"])quote|with an? ([\]}])/.exec(message)
  if (!unclosed || mark === null) return Math.min(pos[0], Math.max(text.trimEnd().length - 1, 0))
  const open = mark[1] ?? (mark[2] === ']' ? '[' : '{')
  const at = text.lastIndexOf(`: ${open}`, pos[0])
  return at === -1 ? pos[0] : at + 2
}

const ONE_LINE: ReadonlySet<ErrorCode> = new Set([
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
])

const KEY_AND_VALUE = /^(\s*(?:- )?[^\s:'"#[{][^:]*: )\s*(\S.*)$/

/** A value that contains or begins with a character that has a meaning in YAML. */
const quoteIt = ({ line }: Scene): Problem => {
  const match = KEY_AND_VALUE.exec(line)
  if (match === null) return unreadable({ line, next: '', words: '' })
  const [, key = '', value = ''] = match
  return {
    rule: 'yaml-quote',
    message: `“${excerpt(value)}”里有会读错的符号。`,
    hint: `给内容加上英文引号：${key.trim()} ${quoted(value)}。`,
  }
}

const unreadable = ({ line }: Scene): Problem => ({
  rule: 'yaml-line',
  message: `“${excerpt(line)}”读不懂。`,
  hint: '写成“名称: 内容”，英文冒号后面空一格；如果从这里起是正文，在它上面另起一行写 ---。',
})

const indented = ({ line }: Scene): Problem => ({
  rule: 'yaml-indent',
  message: `“${excerpt(line)}”前面的空格和别的行对不齐。`,
  hint: /^\s/.test(line)
    ? '同一层的各行，行首空格要一样多；最外层的行首不空格。'
    : '下一层的各行行首空两格。',
})

const nested = (scene: Scene): Problem => {
  const value = KEY_AND_VALUE.exec(scene.line)?.[2] ?? ''
  return value.includes(': ') || value.endsWith(':') || value.startsWith('? ')
    ? quoteIt(scene)
    : indented({ ...scene, line: scene.next })
}

const unclosed = ({ line, words }: Scene): Problem => {
  const [, quote, bracket] = /closing (['"])quote|with an? ([\]}])/.exec(words) ?? []
  const close = quote ?? bracket ?? '"'
  const value = KEY_AND_VALUE.exec(line)?.[2] ?? line
  return {
    rule: 'yaml-unclosed',
    message: `“${excerpt(value)}”没有收尾。`,
    hint: `在末尾补上 ${close}。`,
  }
}

const PROBLEMS = {
  ALIAS_PROPS: quoteIt,
  BAD_ALIAS: quoteIt,
  BAD_COLLECTION_TYPE: quoteIt,
  BAD_DIRECTIVE: quoteIt,
  BAD_DQ_ESCAPE: ({ line }) => ({
    rule: 'yaml-quote',
    message: `“${excerpt(line)}”的引号里用了反斜杠“\\”。`,
    hint: '把反斜杠改成 /，或把外面的双引号改成单引号。',
  }),
  BAD_INDENT: (scene) => (scene.words.startsWith('Flow') ? unclosed(scene) : indented(scene)),
  BAD_PROP_ORDER: quoteIt,
  BAD_SCALAR_START: quoteIt,
  BLOCK_AS_IMPLICIT_KEY: nested,
  BLOCK_IN_FLOW: quoteIt,
  DUPLICATE_KEY: ({ line }) => ({
    rule: 'key-twice',
    message: `“${excerpt(line.split(':')[0] ?? line)}”这一项写了两遍。`,
    hint: '只留一个，删掉另一个。',
  }),
  IMPOSSIBLE: unreadable,
  KEY_OVER_1024_CHARS: unreadable,
  MISSING_CHAR: (scene) =>
    /closing/.test(scene.words)
      ? unclosed(scene)
      : /Tags/.test(scene.words)
        ? quoteIt(scene)
        : unreadable(scene),
  MULTILINE_IMPLICIT_KEY: unreadable,
  MULTIPLE_ANCHORS: quoteIt,
  MULTIPLE_DOCS: () => ({
    rule: 'yaml-line',
    message: '中间的“---”把这个文件分成了两半，后一半不会读。',
    hint: '删掉这一行 ---。',
  }),
  MULTIPLE_TAGS: quoteIt,
  NON_STRING_KEY: unreadable,
  RESOURCE_EXHAUSTION: ({ line }) => ({
    rule: 'yaml-line',
    message: `“${excerpt(line)}”里的括号套得太深。`,
    hint: '删掉多余的括号。',
  }),
  TAB_AS_INDENT: ({ line }) => ({
    rule: 'yaml-tab',
    message: `“${excerpt(line)}”前面用了制表符（Tab）。`,
    hint: '把行首的 Tab 改成两个空格。',
  }),
  TAG_RESOLVE_FAILED: quoteIt,
  UNEXPECTED_TOKEN: quoteIt,
} satisfies Record<ErrorCode, (scene: Scene) => Problem>
