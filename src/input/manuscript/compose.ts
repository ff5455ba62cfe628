import type { LetterCount } from '../../model/imported.js'
import type { Point } from '../../model/place.js'
import { difference, lettersIn } from '../docx/census.js'
import type { Block, Change, Comment, WordDocument, WordNote, WordPicture } from '../docx/model.js'
import { bodyChunks } from './body.js'
import { frontMatter } from './front-matter.js'
import type { HeadFields, Plan } from './plan.js'
import { lettersOfMarkdown } from './read-back.js'
import type { BodyOptions, Chunk } from './written.js'

/** Something to be said, with its place in the article. */
export type Placed<T> = Omit<T, 'near'> & { at: Point }

/** An article made of a manuscript, with an account of every letter. */
export interface Composed {
  text: string
  fields: HeadFields
  said: Placed<WordNote>[]
  changes: Placed<Change>[]
  comments: Placed<Comment>[]
  letters: LetterCount
}

export interface ComposeOptions {
  section?: string
  pathOf(picture: WordPicture): string | undefined
  /** What has been said of pictures. */
  said?: readonly WordNote[]
}

/** Writes the article, and holds it against the Word file letter by letter. */
export function compose(document: WordDocument, plan: Plan, options: ComposeOptions): Composed {
  const said: WordNote[] = [...document.said, ...plan.said, ...(options.said ?? [])]
  const labels = new Map([...document.notes.keys()].map((id, index) => [id, String(index + 1)]))
  const style: BodyOptions = {
    body: plan.body,
    headings: plan.headings,
    noteLabel: (id) => labels.get(id),
    pathOf: options.pathOf,
    measure: document.measure,
    said,
  }
  const section = options.section ?? plan.fields.section
  const fields = { ...plan.fields, ...(section !== undefined && { section }) }
  const head = frontMatter(fields)
  const chunks = [...bodyChunks(plan.blocks, style), ...noteChunks(document.notes, labels, style)]
  const numbers = numbersIn([...plan.blocks, ...[...document.notes.values()].flat()])
  if (numbers.text !== '') {
    const { place, near } = numbers
    const reason = '自动编号变成了文字'
    said.push({ kind: 'added', about: 'number', instead: numbers.text, reason, place, near })
  }
  const own = plan.fields.section === section ? section : undefined
  if (own === undefined && plan.fields.section !== undefined) {
    const text = plan.fields.section
    const reason = `栏目用了“${options.section}”`
    const near = plan.origins.get('section') ?? 0
    said.push({ kind: 'removed', about: 'section', text, reason, place: '第1段', near })
  }
  const { body, lines } = laidOut(chunks, head.text.split('\n').length)
  for (const [key, id] of plan.origins) lines.set(id, head.lines.get(key) ?? 1)
  const placed = <T extends { near: number }>({ near, ...rest }: T) => ({
    ...rest,
    at: { line: lineOf(near, lines), column: 1 },
  })
  return {
    text: `${head.text}\n${body}`,
    fields,
    letters: account(document, {
      fields: { ...fields, section: undefined },
      ...(own !== undefined && { own }),
      body,
      said,
    }),
    said: said.map(placed),
    changes: document.changes.map(placed),
    comments: document.comments.map(placed),
  }
}

/** Footnotes and endnotes under the text, as they are numbered there. */
function noteChunks(
  notes: WordDocument['notes'],
  labels: ReadonlyMap<string, string>,
  style: BodyOptions,
): Chunk[] {
  return [...notes].map(([id, blocks]) => {
    const chunks = bodyChunks(blocks, style)
    const [first = '', ...rest] = chunks.map(({ text }) => text)
    const more = rest.map((text) => `\n\n${text.replace(/^(?=.)/gm, '    ')}`).join('')
    const text = `[^${labels.get(id)}]: ${first.replaceAll('\n', '\n    ')}${more}`
    return { text, ids: blocks.map((block) => block.id) }
  })
}

/** The body, and the line on which each id stands. */
function laidOut(
  chunks: readonly Chunk[],
  above: number,
): { body: string; lines: Map<number, number> } {
  const lines = new Map<number, number>()
  let body = ''
  let line = above + 1
  let before: Chunk | undefined
  for (const chunk of chunks) {
    const gap = before === undefined ? '\n' : before.item && chunk.item ? '\n' : '\n\n'
    body += gap + chunk.text
    line += gap.length
    for (const id of chunk.ids) lines.set(id, line)
    line += chunk.text.split('\n').length - 1
    before = chunk
  }
  return { body: `${body}\n`, lines }
}

/** Where something is, or what was kept of the text before it. */
function lineOf(near: number, lines: ReadonlyMap<number, number>): number {
  for (let id = near; id > 0; id--) {
    const line = lines.get(id)
    if (line !== undefined) return line
  }
  return 1
}

/** Every number that Word shows and nobody typed. */
function numbersIn(blocks: readonly Block[]): { text: string; place: string; near: number } {
  const found = { text: '', place: '', near: 0 }
  const visit = (block: Block): void => {
    if (block.type === 'paragraph') {
      const text = block.number?.text.trim() ?? ''
      if (text === '') return
      if (found.text === '') Object.assign(found, { place: block.place, near: block.id })
      found.text += found.text === '' ? text : ` ${text}`
    } else if (block.type === 'box') block.blocks.forEach(visit)
    else for (const { cells } of block.rows) for (const cell of cells) cell.blocks.forEach(visit)
  }
  blocks.forEach(visit)
  return found
}

/** Holds what was written against what was read. */
function account(
  document: WordDocument,
  {
    fields,
    own = '',
    body,
    said,
  }: { fields: HeadFields; own?: string; body: string; said: readonly WordNote[] },
): LetterCount {
  const words = Object.values(fields).map((value) => (value ?? '').replaceAll('<br>', ''))
  const written = lettersIn([...words, own].join('')) + lettersOfMarkdown(body)
  const left = lettersIn(
    [
      ...said.map(({ text = '' }) => text),
      ...document.changes.map(({ text, kept }) => (kept ? '' : text)),
    ].join(''),
  )
  const added = lettersIn(said.map(({ instead = '' }) => instead).join(''))
  const { missing, extra } = difference(document.letters + added, written + left)
  const count = (letters: string) => [...letters].length
  return {
    read: count(document.letters),
    written: count(written),
    left: count(left),
    added: count(added),
    missing,
    extra,
  }
}
