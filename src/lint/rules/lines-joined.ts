import { widthInEm } from '../../text/em-width.js'
import { excerpt } from '../../text/excerpt.js'
import type { ProseBlock } from '../prose.js'
import type { ArticleRule } from '../rule.js'
import { pointAt } from '../source-text.js'

/** A source line of a paragraph. */
interface Line {
  text: string
  /** In em. */
  width: number
  offset: number
  /** True if a soft break follows, so the line is set together with the next one. */
  isJoined: boolean
}

/** Maximum width of a line of verse or an address, in em. Wrapped prose is never this narrow. */
const verseWidth = 12
/** Maximum width of a line of a couplet with its punctuation, in em. */
const coupletWidth = 16

const han = /\p{sc=Han}/u
const mark = /[，。！？；、!?;]$/u

/**
 * Reports short lines, such as verse, that are set as one paragraph although separate lines were
 * probably meant. At most one finding per article. Longer lines are ignored: many authors write
 * each sentence of a paragraph on its own line.
 */
export const linesJoined: ArticleRule = {
  id: 'lines-joined',
  class: 'report',
  severity: 'warning',
  about: '诗句一样的短行接成了一段',
  reason:
    '段落里的换行不算数，印出来是一段；从 Word 粘贴来的一行多半是一段。一篇里同样的只说一处。',
  clause: '稿件格式，4',
  examples: {
    passes: [
      '船在等人\\\n人在等船',
      '会议结束了。\n\n第二天大家各自回去。',
      '会议结束了。\n第二天，大家各自回去，把会上定下的事办好。',
      'Line one.\nLine two.',
      '会议强调\n抓好落实。',
    ],
    fails: [
      { text: '船在等人\n人在等船\n\n只有水\n谁也不等', at: '1:1' },
      { text: '一水分青嶂，孤帆落晚晴。\n渔歌何处起，隔岸两三声。', at: '1:1' },
    ],
  },
  check: ({ blocks }) => {
    const verses = blocks
      .filter(({ kind, inside }) => kind === 'paragraph' && inside !== 'table')
      .flatMap((block) => {
        const lines = linesOf(block)
        const [line] = lines
        return line && isVerse(lines) ? [{ line, block, isSure: isSure(lines) }] : []
      })
    const [first] = verses
    // Two short lines may also be one sentence that was split.
    if (!first || (verses.length === 1 && !first.isSure)) return []
    const more = verses.length > 1 ? `这一篇还有 ${verses.length - 1} 处。` : ''
    return [
      {
        at: pointAt(first.block.source, first.line.offset),
        message: `“${excerpt(first.line.text, 12)}”和下面的短行接成了一段。${more}`,
        hint: '诗句、地址这样要分行的，在行末写 \\ 或两个空格；各成一段的，中间加一个空行。',
      },
    ]
  },
}

/**
 * Returns the source lines of a block. The text of a block does not contain the soft breaks between
 * Han characters.
 */
function linesOf({ text, offsets, source }: ProseBlock): Line[] {
  const start = offsets[0] ?? 0
  const end = offsets.at(-1) ?? start
  if (!/[\r\n]/.test(source.text.slice(start, end))) return []
  const lines: Line[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const isHard = text[at] === '\n'
    const between = source.text.slice((offsets[at] ?? 0) + 1, offsets[at + 1] ?? 0)
    if (!isHard && at + 1 < text.length && !/[\r\n]/.test(between)) continue
    const line = text.slice(from, isHard ? at : at + 1).trim()
    const isJoined = !isHard && at + 1 < text.length
    lines.push({ text: line, width: widthInEm(line), offset: offsets[from] ?? start, isJoined })
    from = at + 1
  }
  return lines
}

const isVerse = (lines: readonly Line[]): boolean =>
  lines.some(({ isJoined }) => isJoined) &&
  lines.every(
    ({ text, width }) =>
      han.test(text) && (width <= verseWidth || (width <= coupletWidth && mark.test(text))),
  )

const isSure = (lines: readonly Line[]): boolean =>
  lines.length > 2 || lines.every(({ text }) => mark.test(text))
