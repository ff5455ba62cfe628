import { dayFrom } from '../../text/day.js'
import type { Block, Paragraph, WordNote } from '../docx/model.js'
import { lookOf } from './look.js'
import { paragraphsIn } from './red-head.js'

/** What an official document says around its body, as keys of `bulletin.yaml`. */
export interface OfficialParts {
  /** 主送机关 (GB/T 9704—2012, 7.3.2). */
  recipients?: string
  /** 附注 (7.3.6). */
  annotation?: string
  /** 抄送机关 (7.4.2). */
  cc?: string
  /** 印发机关和印发日期 (7.4.3). */
  printedBy?: string
  printedOn?: string
}

/** An official document without what the template sets around its body. */
export interface WithoutOfficialParts {
  parts: OfficialParts
  blocks: Block[]
  /** What follows the signature: attachments. */
  attached: Block[]
  said: WordNote[]
}

const copies = /^抄送[\s\u3000]*[：:][\s\u3000]*(.+)$/u
const printed =
  /^(.*?)[\s\u3000]*(\d{4}[\s\u3000]*年[\s\u3000]*\d{1,2}[\s\u3000]*月[\s\u3000]*\d{1,2}[\s\u3000]*日)[\s\u3000]*印发$/u
const recipients = /^([^。；！？]{2,200})[：:]$/u
const annotation = /^[（(]([^（()）]{2,60})[）)]$/u
const attachment = /^附件[\s\u3000]*[\d一二三四五六七八九十]*[\s\u3000]*[：:]?$/u

const reasons = {
  recipients: '主送机关，归 bulletin.yaml',
  annotation: '附注，归 bulletin.yaml',
  imprint: '版记，归 bulletin.yaml',
}

/**
 * Takes recipients, annotation and imprint off an official document, and parts its attachments from
 * it. Its title has been taken off already; its signature and date are still there.
 */
export function takeOfficialParts(blocks: readonly Block[]): WithoutOfficialParts {
  const parts: OfficialParts = {}
  const said: WordNote[] = []
  const taken = (reason: string, { place, id }: Paragraph, text: string) =>
    said.push({ kind: 'removed', about: 'official', text, reason, place, near: id })
  let left = [...blocks]
  for (let last = left.at(-1); last; last = left.at(-1)) {
    const lines = paragraphsIn(last).filter((line) => lookOf(line).length > 0)
    if (lines.length === 0 || !lines.every((line) => readImprint(lookOf(line).text, parts))) break
    for (const line of lines) taken(reasons.imprint, line, lookOf(line).text)
    left.pop()
  }
  const [first] = left
  const [, addressed] =
    first?.type === 'paragraph' ? (recipients.exec(lookOf(first).text) ?? []) : []
  if (first?.type === 'paragraph' && addressed !== undefined && !first.number) {
    parts.recipients = addressed
    taken(reasons.recipients, first, lookOf(first).text)
    left = left.slice(1)
  }
  const start = left.findIndex((block, index) => index > 0 && isAttachment(block))
  const attached = start === -1 ? [] : left.splice(start)
  const [dated, noted] = left.slice(-2)
  const [, note] = noted?.type === 'paragraph' ? (annotation.exec(lookOf(noted).text) ?? []) : []
  if (noted?.type === 'paragraph' && note !== undefined && isDay(dated)) {
    parts.annotation = note
    taken(reasons.annotation, noted, lookOf(noted).text)
    left.pop()
  }
  const [head] = attached
  if (head) {
    const { place, id: near } = head
    const reason = '附件和正文在一个文件里：从这里起剪到自己的文件，开头的 --- 区写 附件: true'
    said.push({ kind: 'doubtful', about: 'attachment', reason, place, near })
  }
  return { parts, blocks: left, attached, said }
}

/** Puts into the parts what a line of the imprint says; false when it is none. */
function readImprint(text: string, parts: OfficialParts): boolean {
  const [, to] = copies.exec(text) ?? []
  if (to !== undefined) {
    parts.cc = parts.cc === undefined ? to : `${to} ${parts.cc}`
    return true
  }
  const [, by, on] = printed.exec(text) ?? []
  if (by === undefined || on === undefined) return false
  if (by !== '') parts.printedBy = by
  parts.printedOn = on.replace(/[\s\u3000]/g, '')
  return true
}

const isAttachment = (block: Block): boolean =>
  block.type === 'paragraph' && attachment.test(lookOf(block).text)

const isDay = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  dayFrom(lookOf(block).text.replace(/[\s\u3000]/g, '')) !== undefined
