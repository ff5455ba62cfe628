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
  publisher?: string
  date?: string
}

/** Points: 二号, of which the names of mastheads are at least. */
const smallestName = 21
/** Lines that a masthead has under its name. */
const longestHead = 6

const issue =
  /^[（(]?(?:\d{4}年)?[\s\u3000]*第[\s\u3000]*(\d{1,4}|[〇零一二三四五六七八九十百]{1,5})[\s\u3000]*期[）)]?[\s\u3000]*(?:[（(]?总第[\s\u3000]*(\d{1,5}|[〇零一二三四五六七八九十百]{1,5})[\s\u3000]*期[）)]?)?$/u
const documentNumber = /^\p{sc=Han}{1,12}[〔［[（(](?:19|20)\d\d[〕］\])）]\s*\d{1,4}\s*号$/u
const dated = /^(.*?)[\s\u3000\t]*(\d{4}年\d{1,2}月(?:\d{1,2}日)?)$/u

/** Takes the red head of a file off: it belongs to the issue, not to the article. */
export function takeRedHead(blocks: readonly Block[]): {
  head?: RedHead
  blocks: Block[]
  said: WordNote[]
} {
  const lines = leading(blocks)
  const [name] = lines
  if (!name || !isName(name)) return { blocks: [...blocks], said: [] }
  const names = [name]
  const head: RedHead = { title: '' }
  const taken = new Set<Paragraph>([name])
  for (const line of lines.slice(1, longestHead)) {
    const { text } = lookOf(line)
    if (taken.size === names.length && isName(line)) names.push(line)
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

/** Puts into the head what a line of it says; false when it is none. */
function read(text: string, head: RedHead): boolean {
  const [isIssue, number = '', total] = issue.exec(text) ?? []
  if (isIssue !== undefined) {
    head.number = valueOfNumber(number)
    if (total !== undefined) head.total = valueOfNumber(total)
    return true
  }
  if (documentNumber.test(text)) {
    head.docNumber = text
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
  return blocks
    .slice(0, longestHead)
    .flatMap((block) => paragraphsIn(block))
    .slice(0, longestHead)
}

const paragraphsIn = (block: Block): Paragraph[] =>
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
