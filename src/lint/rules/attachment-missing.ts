import type { Span } from '../findings.js'
import { spanOf } from '../findings.js'
import type { ProseBlock } from '../prose.js'
import type { IssueRule } from '../rule.js'

/** A reference to an attachment in a text. */
interface Mention {
  text: string
  number: number
  span: Span
}

/** An attachment that the text refers to must exist, and the count must match. */
export const attachmentMissing: IssueRule<Mention[]> = {
  id: 'attachment-missing',
  row: 'A02',
  class: 'report',
  severity: 'warning',
  about: '正文提到的附件，文件夹里没有（公文）',
  reason: '正文写着“见附件2”，后面却没有附件2；或附件的个数对不上。',
  clause: 'GB/T 9704—2012，7.3.7',
  examples: {
    passes: [
      'yaml\ntemplate: document\n§§名单见附件1。§§---\ntitle: 名单\nattachment: true\n---\n\n名单。',
      '名单见附件3。',
    ],
    fails: [
      {
        text: 'yaml\ntemplate: document\n§§名单见附件2。§§---\ntitle: 名单\nattachment: true\n---\n\n名单。',
        at: '1:4',
      },
      { text: 'yaml\ntemplate: document\n§§附件：1.名额分配表', at: '1:1' },
    ],
  },
  triggers: '附',
  collect: ({ article, blocks }) =>
    article.fields.attachment
      ? []
      : blocks.flatMap((block) => [
          ...listed(block),
          ...[...block.text.matchAll(/(?<=[见按照依据填写报（]|如下?)附件(\d{0,2})(?![：:])/g)].map(
            (match) => {
              const end = match.index + match[0].length
              const span = spanOf(block, match.index, end)
              return { text: match[0], number: Number(match[1] || 1), span }
            },
          ),
        ]),
  checkIssue: ({ articles, settings, single }) => {
    if (settings.template !== 'document' || single) return []
    const count = articles.filter(({ fields }) => fields.attachment).length
    return articles.flatMap(({ path, collected }) =>
      collected
        .filter(({ number }) => number > count)
        .map(({ text, span }) => ({
          ...span,
          file: path,
          message: `提到了“${text}”，这里${count === 0 ? '没有附件' : `只有 ${count} 个附件`}。`,
          hint: '补上附件（稿件开头写 attachment: true），或改正这里的序号。',
        })),
    )
  },
}

/** Returns a typed attachment list as one mention, with the highest number in the list. */
function listed(block: ProseBlock): Mention[] {
  const label = block.kind === 'paragraph' && /^附件(?=[：:]\s*\S)/.exec(block.text)?.[0]
  if (!label) return []
  const numbers = [...block.text.matchAll(/(?<!\d)(\d{1,2})[.．](?!\d)/g)].map(({ 1: one }) =>
    Number(one),
  )
  return [{ text: label, number: Math.max(1, ...numbers), span: spanOf(block, 0, label.length) }]
}
