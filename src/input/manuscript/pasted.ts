import { lettersIn } from '../docx/census.js'
import type { Block, Cell, Face, Inline, Paragraph, WordDocument, WordNote } from '../docx/model.js'
import { figureOf, pictureIn } from './pasted-pictures.js'

/** Signs of a text that came out of a chat program or an AI answer, and what each line of it is. */
const heading = /^(#{1,6})[ \t\u3000]+(?=\S)/
const bullet = /^([ \t\u3000]*)([-*+•·●◦▪][ \t\u3000]+)(?=\S)/u
const quote = /^[ \t]*(?:>[ \t]?)+/
const rule = /^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,}|—{3,})[ \t]*$/
const fence = /^[ \t]*(?:```|~~~).*$/
const tableRow = /^[ \t]*\|.*\|[ \t]*$/
const tableRule = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/

/**
 * A pasted text as a document: every line is a paragraph, and the marks of Markdown become what they
 * mean. What is left of them is in the letters, so that the account of them holds.
 *
 * @param pictures by address: the bytes, or why there are none.
 */
export function pastedDocument(
  text: string,
  pictures: ReadonlyMap<string, Uint8Array | string> = new Map(),
): WordDocument {
  const written = text.split(/\r\n|\n|\r/)
  const lines = written.map(curled)
  const blocks: Block[] = []
  const marks: string[] = []
  const lost: WordNote[] = []
  let id = 0
  let firstMark = 1
  const mark = (written: string, line: number) => {
    if (lettersIn(written) === '') return
    if (marks.length === 0) firstMark = line
    marks.push(written.trim())
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const place = `第${index + 1}行`
    if (line.trim() === '') continue
    if (rule.test(line) || fence.test(line)) {
      mark(line, id + 1)
      continue
    }
    if (tableRow.test(line) && tableRule.test(lines[index + 1] ?? '')) {
      const rows: string[] = []
      while (tableRow.test(lines[index] ?? '')) rows.push(lines[index++] ?? '')
      index -= 1
      id += 1
      blocks.push(tableOf(rows, { id, place, mark: (written) => mark(written, id) }))
      continue
    }
    const picture = pictureIn(line)
    const found = picture && pictures.get(picture.address)
    if (typeof found === 'string') {
      const near = Math.max(id, 1)
      lost.push({ kind: 'lost', about: 'picture', text: line.trim(), reason: found, place, near })
      continue
    }
    if (picture && found) {
      mark(line.replace(picture.caption, ''), id + 1)
      blocks.push(...figureOf(picture, { bytes: found, id: id + 1, place }))
      id += 2
      continue
    }
    id += 1
    blocks.push(paragraphOf(line, { id, place, mark: (written) => mark(written, id) }))
  }
  return {
    blocks,
    notes: new Map(),
    measure: 415,
    said: [
      ...lost,
      ...quotesSaid(written, lines),
      ...(marks.length === 0 ? [] : [marksSaid(marks.join(' '), firstMark)]),
    ],
    changes: [],
    comments: [],
    letters: lettersIn(text),
  }
}

const marksSaid = (text: string, near: number): WordNote => ({
  kind: 'removed',
  about: 'marks',
  text,
  reason: 'Markdown 的标记变成了它们的意思',
  place: '全文',
  near,
})

/** A Chinese line with its straight quotes in pairs; one that has an odd number of them stays. */
function curled(line: string): string {
  const count = line.split('"').length - 1
  if (count === 0 || count % 2 === 1 || !/\p{sc=Han}/u.test(line) || /[<`]/.test(line)) return line
  let isOpen = false
  return line.replaceAll('"', () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
}

function quotesSaid(written: readonly string[], lines: readonly string[]): WordNote[] {
  const count = written.reduce(
    (sum, line, index) => (line === lines[index] ? sum : sum + line.split('"').length - 1),
    0,
  )
  if (count === 0) return []
  const reason = '直引号改成了中文引号'
  const changed = { text: '"'.repeat(count), instead: '“”'.repeat(count / 2) }
  return [{ kind: 'changed', about: 'straight-quote', ...changed, reason, place: '全文', near: 1 }]
}

interface At {
  id: number
  place: string
  /** Told of every mark that is taken for what it means. */
  mark: (written: string) => void
}

function paragraphOf(line: string, { id, place, mark }: At): Paragraph {
  const plain = { type: 'paragraph', id, place, style: '', align: 'left', ruled: false } as const
  let rest = line
  const [quoted = ''] = quote.exec(rest) ?? []
  mark(quoted)
  rest = rest.slice(quoted.length)
  const [hashes, level = ''] = heading.exec(rest) ?? []
  if (hashes !== undefined) {
    mark(hashes)
    const words = rest.slice(hashes.length).replace(/[ \t]+#+[ \t]*$/, (closing) => {
      mark(closing)
      return ''
    })
    // A heading is set in its own face.
    const inlines = inlinesOf(words, mark).map((one) =>
      one.type === 'text' ? { ...one, face: {} } : one,
    )
    return { ...plain, outline: level.length - 1, inlines }
  }
  const [whole, indent = '', sign = ''] = bullet.exec(rest) ?? []
  if (whole === undefined) return { ...plain, inlines: inlinesOf(rest.trim(), mark) }
  mark(sign)
  const number = { text: '', level: Math.floor(indent.length / 2), bullet: true }
  return { ...plain, number, inlines: inlinesOf(rest.slice(whole.length).trim(), mark) }
}

/** `**bold**`, `__bold__`, `*word*`, `` `word` ``, `[text](address)`. */
const marked =
  /\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|`([^`]+)`|\[([^[\]]+)\]\((https?:\/\/[^\s()]+)\)|(?<![*\p{L}\p{N}])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![*\p{L}\p{N}])/u

function inlinesOf(text: string, mark: At['mark'], face: Face = {}): Inline[] {
  const found = marked.exec(text)
  if (!found) return text === '' ? [] : [{ type: 'text', text, face }]
  const [whole, strong, strong2, code, label, href, emphasis] = found
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + whole.length)
  const bold = strong ?? strong2
  const words = bold ?? code ?? label ?? emphasis ?? ''
  const [opening = '', closing = ''] = whole.split(words, 2)
  mark(opening)
  // A link keeps its address.
  mark(closing)
  const inner: Inline[] =
    bold !== undefined
      ? inlinesOf(bold, mark, { ...face, bold: true })
      : [{ type: 'text', text: words, face, ...(href !== undefined && { href }) }]
  return [
    ...(before === '' ? [] : [{ type: 'text', text: before, face } as const]),
    ...inner,
    ...inlinesOf(after, mark, face),
  ]
}

/** A table with `|`: the rows but the one of dashes. */
function tableOf(rows: readonly string[], { id, place, mark }: At): Block {
  const cells = rows.flatMap((row, index): Cell[][] => {
    if (index === 1) {
      mark(row)
      return []
    }
    const texts = row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
    mark('|'.repeat(texts.length + 1))
    return [
      texts.map((text, column) => ({
        column,
        columns: 1,
        continues: false,
        blocks: [paragraphOf(text.trim(), { id, place, mark })],
      })),
    ]
  })
  return {
    type: 'table',
    id,
    place,
    columns: Math.max(...cells.map(({ length }) => length)),
    rows: cells.map((row, index) => ({ header: index === 0, cells: row })),
  }
}
