import { contextAround, findingAt } from '../findings.js'
import type { ProseBlock } from '../prose.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Spaces before and after a Chinese mark, and inside brackets. */
const pattern =
  /(?<=[，。、；：！？”）》])[ \u00a0]+(?=[\p{sc=Han}“（《\dA-Za-z])|(?<=[\p{sc=Han}\dA-Za-z”）》%])[ \u00a0]+(?=[，。、；：！？])|(?<=[“（《〔])[ \u00a0]+|[ \u00a0]+(?=[”）》〕])/gu

/** A space after the number at the start of a heading or paragraph. */
const afterNumber =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）)([ \u00a0]+)(?=\p{sc=Han})/u

/**
 * Reports spaces beside Chinese marks, which include their own space. Spaces between Han and Latin
 * belong to `space-around-latin`.
 */
export const spaceBesideMark: ArticleRule = {
  id: 'space-beside-mark',
  row: 'C06',
  class: 'fixable',
  severity: 'warning',
  about: '标点旁边多了空格',
  reason: '标点自带空隙；手敲的空格会重复，也会在行首行末露出来。',
  clause: 'CLREQ 3.2.2',
  examples: {
    passes: [
      '会长沈 岚说：“好。”',
      '电话：0700 8888 6666，共3处。',
      '赵望舒 3票',
      '会议于 2021 年用 Excel 表，共 30 人。',
      '他说OK Google就行了。',
    ],
    fails: [
      { text: '会议 2021 年召开， 共 30 人。', at: '1:13', fixed: '会议 2021 年召开，共 30 人。' },
      { text: '## 一、 基本情况', at: '1:6', fixed: '## 一、基本情况' },
      { text: '参加 （ 含列席 ）的有三十人。', at: '1:5', fixed: '参加 （含列席）的有三十人。' },
    ],
  },
  triggers: ' \u00a0',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const findings: Finding[] = []
      const isSentence = block.kind === 'paragraph' && /[，。；]/.test(block.text)
      // A line without punctuation may be a table typed with spaces, a row of names, or a title.
      for (const { 0: blank, index } of isSentence
        ? block.text.matchAll(pattern)
        : numbered(block)) {
        // The space after a bold run-in sentence is kept.
        const at = block.offsets[index] ?? 0
        if (block.source.text.charAt(at - 1) === '*') continue
        findings.push(
          findingAt(block, index, index + blank.length, {
            message: `多了空格：“${contextAround(block, index, index + blank.length)}”。`,
            hint: '删去空格。',
            instead: '',
          }),
        )
      }
      return findings
    }),
}

/** Returns the space after a heading's number, in the form of a match of `pattern`. */
function numbered({ kind, text }: ProseBlock): { 0: string; index: number }[] {
  const [label, blank] = (kind !== 'cell' && afterNumber.exec(text)) || []
  return label && blank ? [{ 0: blank, index: label.length - blank.length }] : []
}
