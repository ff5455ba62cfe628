import { difference, lettersIn } from '../docx/census.js'
import type { Block, Inline, Paragraph, WordPicture, WordTable } from '../docx/model.js'
import { wordsOf } from '../docx/reading.js'
import { captionIn, picturesAlone } from './captions.js'
import type { Heading, Sign } from './headings.js'
import { lookOf } from './look.js'
import { asQuote, quoteAt, quoted } from './quotes.js'
import { lettersOfMarkdown } from './read-back.js'
import { tableMarkdown } from './tables.js'
import {
  type BodyOptions,
  type Chunk,
  figure,
  labelsIn,
  numbered,
  staysInLine,
  styleOf,
  written,
} from './written.js'

/** Blocks as Markdown, in order. */
export function bodyChunks(blocks: readonly Block[], options: BodyOptions): Chunk[] {
  const chunks: Chunk[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block) continue
    const alone = picturesAlone(block)
    const quote = quoteAt(blocks, index)
    if (alone.length > 0) {
      const next = blocks[index + 1]
      const isShown = alone.some((picture) => options.pathOf(picture) !== undefined)
      const caption = isShown ? captionIn(next, options.body) : undefined
      const chunk = figure(alone, caption, options)
      if (chunk !== '') {
        chunks.push({
          text: chunk,
          ids: [block.id, ...(caption && next ? [next.id, caption.id] : [])],
        })
        if (caption) index += 1
      }
    } else if (quote.length > 0) {
      const inside = quote.flatMap((one) => paragraphChunks(one, options))
      chunks.push(...asQuote(quote, inside, options))
      index += quote.length - 1
    } else if (block.type === 'paragraph') chunks.push(...paragraphChunks(block, options))
    else if (block.type === 'box') chunks.push(...boxChunks(block.blocks, block.id, options))
    else chunks.push(...tableChunks(block, options))
  }
  return chunks
}

function paragraphChunks(paragraph: Paragraph, options: BodyOptions): Chunk[] {
  const { id } = paragraph
  const heading = options.headings.get(paragraph)
  const inlines = numbered(paragraph)
  const moved = inlines.filter(
    (one): one is WordPicture => one.type === 'picture' && !staysInLine(one),
  )
  const rest = inlines.filter((one) => one.type !== 'picture' || staysInLine(one))
  const after = moved.flatMap((picture) => {
    const text = figure([picture], undefined, options)
    return text === '' ? [] : [{ text, ids: [id] }]
  })
  if (lettersIn(wordsOf(rest)) === '' && !rest.some(({ type }) => type === 'note')) {
    const text = written(rest, options)
    return text === '' ? after : [{ text, ids: [id] }, ...after]
  }
  if (paragraph.inlines.some((one) => one.type === 'text' && one.face.dotted)) {
    const reason = '着重号没有带过来'
    options.said.push({ kind: 'doubtful', about: 'emphasis-dots', reason, ...at(paragraph) })
  }
  if (heading) {
    const words = rest.filter(({ type }) => type !== 'break')
    const text = `${'#'.repeat(heading.depth)} ${written(words, options, { plain: true })}`
    sayGuess(paragraph, heading, options)
    return [{ text, ids: [id] }, ...after]
  }
  if (paragraph.number?.bullet) {
    const indent = '  '.repeat(Math.min(paragraph.number.level, 4))
    const text = `${indent}- ${written(rest, options).replaceAll('\n', `\n${indent}  `)}`
    return [{ text, ids: [id], item: true }, ...after]
  }
  const text = written(rest, options)
  // An editor's note is framed on the page.
  const isNote = /^(?:编者)?按[：:]/u.test(text.replace(/^[*\s]+/, ''))
  return [{ text: isNote ? quoted([text]) : text, ids: [id] }, ...after]
}

const at = ({ place, id }: Paragraph) => ({ place, near: id })

const guesses: Partial<Record<Sign, string>> = {
  face: '按字体、字号认作小标题',
  bold: '短、加粗、没有句号，认作小标题',
}

function sayGuess(paragraph: Paragraph, { sign, depth }: Heading, { said }: BodyOptions): void {
  const guess = guesses[sign]
  if (guess === undefined) return
  const reason = `“${lookOf(paragraph).text}”没有标题样式，${guess}（${'#'.repeat(depth)}）`
  said.push({ kind: 'doubtful', about: 'heading', reason, ...at(paragraph) })
}

/** A text box: an editor's note when it says so, else the paragraphs that are in it. */
function boxChunks(blocks: readonly Block[], id: number, options: BodyOptions): Chunk[] {
  const chunks = bodyChunks(blocks, options)
  const [first] = chunks
  if (!first) return []
  if (/^(?:> )?\**(?:编者)?按[：:]/u.test(first.text)) {
    const texts = chunks.map(({ text }) => text.replace(/^> /gm, ''))
    return [{ text: quoted(texts), ids: [id, ...chunks.flatMap(({ ids }) => ids)] }]
  }
  const [place] = blocks.map((block) => block.place)
  const reason = '文本框里的内容放在这里，看看次序对不对'
  options.said.push({ kind: 'doubtful', about: 'text-box', reason, place: place ?? '', near: id })
  return [{ ...first, ids: [id, ...first.ids] }, ...chunks.slice(1)]
}

/** A table; one of a single cell is a frame around its text. */
function tableChunks(table: WordTable, options: BodyOptions): Chunk[] {
  const [only] = table.rows.flatMap(({ cells }) => cells)
  const count = table.rows.reduce((sum, { cells }) => sum + cells.length, 0)
  if (only && count === 1) {
    const chunks = bodyChunks(only.blocks, options)
    if (chunks.length === 0) return []
    const texts = chunks.map(({ text }) => text.replace(/^> /gm, ''))
    return [{ text: quoted(texts), ids: [table.id, ...chunks.flatMap(({ ids }) => ids)] }]
  }
  const inlinesOf = (block: Block): Inline[] =>
    block.type === 'paragraph'
      ? numbered(block)
      : block.type === 'box'
        ? joined(block.blocks.map(inlinesOf))
        : []
  const wanted = lettersIn(wordsOf(tableInlines(table, inlinesOf)))
  const labels = labelsIn(tableInlines(table, inlinesOf), options)
  for (const careful of [false, true]) {
    const style = { ...styleOf(options), careful }
    const { text, said } = tableMarkdown(table, inlinesOf, style)
    const left = lettersIn(said.map((one) => one.text ?? '').join(''))
    const read = lettersOfMarkdown(text, labels) + left
    if (!careful && difference(read, wanted).extra + difference(read, wanted).missing !== '')
      continue
    options.said.push(...said)
    if (text.startsWith('<') && tableInlines(table, inlinesOf).some(isObject)) {
      const reason = '表格里套着表格，里面的图片和注码没有带过来'
      options.said.push({
        kind: 'lost',
        about: 'table',
        reason,
        place: table.place,
        near: table.id,
      })
    }
    return [{ text, ids: [table.id] }]
  }
  return []
}

const isObject = ({ type }: Inline): boolean => type === 'picture' || type === 'note'

/** What is in a table, cell by cell. */
const tableInlines = (table: WordTable, inlinesOf: (block: Block) => Inline[]): Inline[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'table' ? tableInlines(block, inlinesOf) : inlinesOf(block),
      ),
    ),
  )

const joined = (parts: readonly Inline[][]): Inline[] =>
  parts.flatMap((part, index): Inline[] => (index > 0 ? [{ type: 'break' }, ...part] : part))
