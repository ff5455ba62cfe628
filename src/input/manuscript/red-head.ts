import { dayFrom } from '../../text/day.js'
import { hanValue } from '../../text/numerals.js'
import type { Block, Paragraph, WordNote } from '../docx/model.js'
import { lookOf } from './look.js'

/** What a masthead says, as keys of `bulletin.yaml`. */
export interface RedHead {
  template?: 'briefing' | 'document'
  title: string
  number?: number
  total?: number
  docNumber?: string
  copyNumber?: string
  secrecy?: string
  urgency?: string
  signer?: string
  publisher?: string
  date?: string
}

/** Points: 二号, of which the names of mastheads are at least. */
const smallestName = 21
/** Lines that a masthead has under its name. */
const longestHead = 6

const issue =
  /^[（(]?(?:\d{4}年)?[\s\u3000]*第[\s\u3000]*(\d{1,4}|[〇零一二三四五六七八九十百]{1,5})[\s\u3000]*期[）)]?[\s\u3000]*(?:[（(]?总第[\s\u3000]*(\d{1,5}|[〇零一二三四五六七八九十百]{1,5})[\s\u3000]*期[）)]?)?$/u
const documentNumber = /^\p{sc=Han}{1,12}[〔［[（(](?:19|20)\d\d[〕］\])）]\s*\d{1,4}\s*号/u
const signedOff = /^签发人[\s\u3000]*[：:][\s\u3000]*(\S.*)$/u
/** What stands over the red name (GB/T 9704—2012, 7.2.1 to 7.2.3), each a line or a word of one. */
const overName = [
  ['copyNumber', /^\d{6}$/],
  ['secrecy', /^(?:绝密|机密|秘密)(?:★\S*)?$/u],
  ['urgency', /^(?:特急|加急|特提|平急)$/u],
] as const
const dated = /^(.*?)[\s\u3000\t]*(\d{4}年\d{1,2}月(?:\d{1,2}日)?)$/u

/** Takes the red head of a file off: it belongs to the issue, not to the article. */
export function takeRedHead(blocks: readonly Block[]): {
  head?: RedHead
  blocks: Block[]
  said: WordNote[]
} {
  const lines = leading(blocks)
  const head: RedHead = { title: '' }
  const over = lines.findIndex((line) => !readOverName(lookOf(line).text, head))
  const name = lines[over]
  if (!name || !isName(name)) return { blocks: [...blocks], said: [] }
  const names = [name]
  const taken = new Set<Paragraph>([...lines.slice(0, over), name])
  for (const line of lines.slice(over + 1, over + longestHead)) {
    const { text } = lookOf(line)
    if (taken.size === over + names.length && isName(line)) names.push(line)
    else if (!read(text.trim(), head)) break
    taken.add(line)
  }
  head.title = names.map((one) => lookOf(one).text.replace(/[\s\u3000]/g, '')).join('')
  if (head.docNumber !== undefined || head.title.endsWith('文件')) head.template = 'document'
  else if (head.title.endsWith('简报')) head.template = 'briefing'
  const said: WordNote = {
    kind: 'removed',
    about: 'red-head',
    text: [...taken].map((one) => lookOf(one).text).join('\n'),
    reason: '报头，刊名、期号、日期归 bulletin.yaml',
    place: name.place,
    near: name.id,
  }
  return { head, blocks: without(blocks, taken), said: [said] }
}

const isName = (line: Paragraph): boolean => {
  const { red, size = 0, length } = lookOf(line)
  return red && size >= smallestName && length <= 30
}

/** Puts into the head what a line over the red name says; false when it says anything else. */
function readOverName(text: string, head: RedHead): boolean {
  const words = text.split(/[\s\u3000]+/).filter((word) => word !== '')
  const found = words.map((word) => overName.find(([, form]) => form.test(word))?.[0])
  if (found.some((key) => key === undefined)) return false
  for (const [index, key] of found.entries()) if (key) head[key] = words[index] ?? ''
  return true
}

/** Puts into the head what a line under the red name says; false when it is none. */
function read(text: string, head: RedHead): boolean {
  const [isIssue, count = '', total] = issue.exec(text) ?? []
  if (isIssue !== undefined) {
    head.number = valueOfNumber(count)
    if (total !== undefined) head.total = valueOfNumber(total)
    return true
  }
  const [number = ''] = documentNumber.exec(text) ?? []
  const rest = text.slice(number.length).trim()
  const [, signer] = signedOff.exec(rest) ?? []
  if (rest === '' ? number !== '' : signer !== undefined) {
    if (number !== '') head.docNumber = number
    if (signer !== undefined) head.signer = signer
    return true
  }
  const [, publisher = '', date = ''] = dated.exec(text) ?? []
  if (dayFrom(date) === undefined || /[，。；]/.test(publisher)) return false
  head.date = date
  if (publisher !== '') head.publisher = publisher
  return true
}

const valueOfNumber = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (hanValue(text) ?? 1)

/** The first paragraphs, those in text boxes and in a table that is laid around them among them. */
function leading(blocks: readonly Block[]): Paragraph[] {
  return blocks.slice(0, longestHead + overName.length).flatMap((block) => paragraphsIn(block))
}

export const paragraphsIn = (block: Block): Paragraph[] =>
  block.type === 'paragraph'
    ? [block]
    : block.type === 'box'
      ? block.blocks.flatMap(paragraphsIn)
      : block.rows.length > 2
        ? []
        : block.rows.flatMap(({ cells }) =>
            cells.flatMap((cell) => cell.blocks.flatMap(paragraphsIn)),
          )

/** The blocks without some of their paragraphs; what is empty then goes. */
function without(blocks: readonly Block[], taken: ReadonlySet<Paragraph>): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph') return taken.has(block) ? [] : [block]
    const inside = paragraphsIn(block)
    if (!inside.some((one) => taken.has(one))) return [block]
    if (block.type === 'box') {
      const rest = without(block.blocks, taken)
      return rest.length === 0 ? [] : [{ ...block, blocks: rest }]
    }
    return inside.filter((one) => !taken.has(one))
  })
}
