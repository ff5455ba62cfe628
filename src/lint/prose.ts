import type { Nodes, Root } from 'mdast'
import type { Article } from '../model/article.js'
import type { Point } from '../model/place.js'
import { isChinese, isSharedMark } from '../text/characters.js'
import { masked, OBJECT } from './mask.js'
import { sourceOffsets } from './source-map.js'
import type { SourceText } from './source-text.js'
import { offsetOf } from './source-text.js'

/** A unit of prose: a paragraph, a heading, a table cell, or a text of the front-matter. */
export interface ProseBlock {
  kind: 'title' | 'subtitle' | 'byline' | 'heading' | 'paragraph' | 'cell'
  /** Level of a heading (number of `#`); 0 otherwise. */
  depth: number
  /** The construct that contains the block; `body` is the top level. */
  inside: 'body' | 'list' | 'quote' | 'note' | 'table' | 'front'
  /**
   * The text without markup. A soft line break between two Han characters is removed; a hard one is
   * `\n`.
   */
  text: string
  /** Offset in the source of every UTF-16 unit of `text`. */
  offsets: Uint32Array
  source: SourceText
  /** An entry of a list of references, punctuated by GB/T 7714. */
  isReference: boolean
  /** Ids of the rules disabled by a comment before the block; `*` stands for all. */
  ignored: ReadonlySet<string>
}

/** Returns the prose of a body, in reading order. */
export function proseOf(body: Root, source: SourceText): ProseBlock[] {
  const blocks: ProseBlock[] = []
  collect(body, 'body', new Set(), { blocks, source })
  return blocks
}

interface Job {
  blocks: ProseBlock[]
  source: SourceText
}

function collect(
  node: Nodes,
  inside: ProseBlock['inside'],
  ignored: ReadonlySet<string>,
  job: Job,
): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const kind = node.type === 'tableCell' ? 'cell' : node.type
    const depth = node.type === 'heading' ? node.depth : 0
    const block = blockOf(node, job.source)
    if (block.text.trim() !== '')
      job.blocks.push({ ...block, kind, depth, inside, ignored, isReference: false })
    return
  }
  if (!('children' in node)) return
  const within = insideOf(node) ?? inside
  let next = ignored
  for (const child of node.children) {
    const ignoredHere = child.type === 'html' ? ignoredBy(child.value) : undefined
    if (ignoredHere) {
      next = new Set([...ignored, ...ignoredHere])
      continue
    }
    collect(child, within, next, job)
    next = ignored
  }
}

const insideOf = ({ type }: Nodes): ProseBlock['inside'] | undefined =>
  type === 'list'
    ? 'list'
    : type === 'blockquote'
      ? 'quote'
      : type === 'footnoteDefinition'
        ? 'note'
        : type === 'table'
          ? 'table'
          : undefined

/**
 * Returns the rule ids in `<!-- bulletin-ignore a b -->`, or `*` if it names none. Undefined for
 * other HTML.
 */
function ignoredBy(html: string): string[] | undefined {
  const words = /^<!--\s*bulletin-ignore\b([^>]*?)-->\s*$/i.exec(html)?.[1]
  if (words === undefined) return undefined
  const names = words.split(/[\s,，、]+/).filter(Boolean)
  return names.length === 0 ? ['*'] : names
}

type Bare = Pick<ProseBlock, 'text' | 'offsets' | 'source'>

/** Returns the text of a node with its source offsets, masked. */
function blockOf(node: Nodes, source: SourceText): Bare {
  const parts: string[] = []
  const offsets: Uint32Array[] = []
  const add = (text: string, from: Uint32Array) => {
    parts.push(text)
    offsets.push(from)
  }
  const visit = (one: Nodes): void => {
    const start = one.position ? offsetOf(source, one.position.start) : 0
    if (one.type === 'text') {
      const end = one.position ? offsetOf(source, one.position.end) : start
      // Word's line break and the Unicode ones are invisible in an editor. They are hard breaks,
      // not soft ones.
      const value = one.value.replace(/[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
      add(value, sourceOffsets(one.value, source.text, start, end))
    } else if (one.type === 'break') add('\n', Uint32Array.of(start))
    else if (one.type === 'html' && /^<!--/.test(one.value)) return
    else if (one.type === 'html')
      add(/^<br/i.test(one.value) ? '\n' : OBJECT, Uint32Array.of(start))
    else if (one.type === 'footnoteReference') return
    // A URL in angle brackets is a link with children, but not prose.
    else if ('children' in one && source.text.charAt(start) !== '<') one.children.forEach(visit)
    else add(OBJECT, Uint32Array.of(start))
  }
  visit(node)
  return masked(withoutSoftBreaks({ text: parts.join(''), offsets: concatenated(offsets), source }))
}

/** Concatenates several lists. */
function concatenated(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists
  if (only && lists.length === 1) return only
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const list of lists) {
    all.set(list, next)
    next += list.length
  }
  return all
}

/**
 * Removes soft line breaks beside Chinese characters and replaces others by a space, as typesetting
 * does.
 */
function withoutSoftBreaks({ text, offsets, source }: Bare): Bare {
  if (!/[\r\n]/.test(text)) return { text, offsets, source }
  let result = ''
  const kept: number[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const at = offsets[index] ?? 0
    const soft = (character === '\n' || character === '\r') && /[\r\n]/.test(source.text.charAt(at))
    if (soft) {
      let end = index
      while (/[ \t\r\n]/.test(text.charAt(end + 1))) end++
      const [before, after] = [result.at(-1) ?? '', text.charAt(end + 1)]
      index = end
      if (joins(before) || joins(after) || before === '') continue
      result += ' '
    } else result += character
    kept.push(at)
  }
  return { text: result, offsets: Uint32Array.from(kept), source }
}

const joins = (character: string) => isChinese(character) || isSharedMark(character)

/**
 * Returns the printed texts of the front-matter as blocks. If a value's spelling in YAML differs
 * from its text (escapes), all its offsets point to its key, so that no fix is made.
 */
export function headProseOf(article: Article, source: SourceText): ProseBlock[] {
  const { title, subtitle, byline } = article.fields
  const kinds = { title: title || undefined, subtitle, byline }
  return (['title', 'subtitle', 'byline'] as const).flatMap((kind) => {
    const value = kinds[kind]
    const at = article.where[kind]
    if (value === undefined || at === undefined) return []
    return [headBlock(kind, value, at, source)]
  })
}

function headBlock(
  kind: ProseBlock['kind'],
  text: string,
  at: Point,
  source: SourceText,
): ProseBlock {
  const start = offsetOf(source, at)
  const found = source.text.indexOf(text, start)
  const isLiteral = found >= 0 && found - start < text.length + 200
  const offsets = Uint32Array.from({ length: text.length }, (_, index) =>
    isLiteral ? found + index : start,
  )
  const bare = masked({ text, offsets, source })
  return { ...bare, kind, depth: 0, inside: 'front', ignored: new Set(), isReference: false }
}
