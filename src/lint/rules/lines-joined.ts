import { widthInEm } from '../../text/em-width.js'
import { excerpt } from '../../text/excerpt.js'
import type { ProseBlock } from '../prose.js'
import type { ArticleRule } from '../rule.js'
import { pointAt } from '../source-text.js'

/** A line of a paragraph as it was typed. */
interface Line {
  text: string
  /** In ems. */
  width: number
  offset: number
  /** Set as one with the line below. */
  isJoined: boolean
}

/** Nobody wraps text as narrow as this, in ems: a verse, an address. */
const verse = 12
/** A couplet with its marks. */
const couplet = 16

const han = /\p{sc=Han}/u
const mark = /[，。！？；、!?;]$/u

/**
 * Short lines, as of verse, that are set as one though they were most likely meant apart. One finding
 * in an article. Longer lines are left alone: many write a line for each sentence of a paragraph.
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
    // Two short lines may be a sentence that somebody cut.
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

/** The lines of a block as they were typed; a soft break between two Han characters is not in its text. */
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
      han.test(text) && (width <= verse || (width <= couplet && mark.test(text))),
  )

const isSure = (lines: readonly Line[]): boolean =>
  lines.length > 2 || lines.every(({ text }) => mark.test(text))
