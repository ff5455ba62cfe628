import type { RootContent } from 'mdast'
import type { ImportNote } from '../../model/imported.js'
import { walk } from '../../text/markdown-tree.js'
import { splitFrontMatter } from '../article/front-matter.js'
import { parseTree } from '../markdown/parser.js'
import { align } from './align.js'
import type { HeadFields } from './plan.js'
import { lettersOfNode } from './read-back.js'
import { updateFields } from './update-fields.js'

/** An article with the changes of an edited Word file. */
export interface UpdatedArticle {
  text: string
  /** What has been changed, and what an editor has to decide. */
  notes: ImportNote[]
}

/** A block of a Markdown text at the top level. */
interface SourceBlock {
  source: string
  /** UTF-16 offsets into the text. */
  from: number
  to: number
  letters: string
  node: RootContent
}

/**
 * Applies the changes of an edited Word file to the article that the Word file was made from. A block
 * whose letters are the same keeps its source byte for byte; a changed block is replaced. A block that
 * Word cannot hold (a comment, a picture that is not in the Word file) is kept.
 *
 * @param edited the Word file as an article of its own, and its front-matter.
 */
export function updateArticle(
  text: string,
  edited: { text: string; fields: HeadFields },
): UpdatedArticle {
  const before = blocksIn(text)
  const after = blocksIn(edited.text)
  const heading = before.find(({ node }) => node.type === 'heading' && node.depth === 1)
  const { title } = edited.fields
  if (heading && title !== undefined) after.unshift(...blocksIn(`# ${title}`))
  const labels = labelsOf(before, after)
  const notes: ImportNote[] = []
  const first = before[0]
  let made = first ? text.slice(0, first.from) : `${text.trimEnd()}\n`
  let last: SourceBlock | undefined
  let isAdjacent = false
  const say = (note: Pick<ImportNote, 'kind' | 'reason' | 'text' | 'instead'>) => {
    const at = { line: made.split('\n').length, column: 1 }
    notes.push({ about: 'update', place: '修改稿', at, ...note })
  }
  const put = (source: string, gap: string) => {
    made +=
      (made.trim() === '' || made.endsWith('\n\n') || made === text.slice(0, first?.from)
        ? ''
        : gap) + source
  }
  for (const pair of align(
    before.map(({ letters }) => letters),
    after.map(({ letters }) => letters),
  )) {
    const old = pair.old === undefined ? undefined : before[pair.old]
    const fresh = pair.new === undefined ? undefined : after[pair.new]
    const gap = old && last && isAdjacent ? text.slice(last.to, old.from) : '\n\n'
    if (old) last = old
    isAdjacent = old !== undefined
    if (old && fresh) {
      if (old.letters === fresh.letters) {
        put(old.source, gap)
        continue
      }
      put('', gap)
      say({ kind: 'changed', reason: '改了', text: old.letters, instead: fresh.letters })
      made += relabelled(shapedAs(fresh, old), labels)
    } else if (old && (old.letters === '' || holdsPicture(old))) {
      put('', gap)
      if (holdsPicture(old)) say({ kind: 'doubtful', reason: '修改稿里没有这张图片，先留着' })
      made += old.source
    } else if (old) {
      isAdjacent = false
      say({ kind: 'removed', reason: '删去了', text: old.letters })
    } else if (fresh && fresh.letters !== '') {
      put('', gap)
      say({ kind: 'added', reason: '加了', instead: fresh.letters })
      made += relabelled(fresh.source, labels)
    }
  }
  made += last ? text.slice(last.to) : '\n'
  // A title that is a heading has been compared with the blocks.
  const { title: _, ...others } = edited.fields
  const head = updateFields(made, heading ? others : edited.fields)
  return { text: head.text, notes: [...head.notes, ...notes] }
}

/** The blocks of a text under its front-matter. */
function blocksIn(text: string): SourceBlock[] {
  // The body keeps the line numbers of the text, not its offsets.
  const { body } = splitFrontMatter({ path: '', absolute: '', text })
  const shift = text.length - body.length
  return parseTree(body).children.map((node) => {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? from
    const source = body.slice(from, to)
    return { source, from: from + shift, to: to + shift, letters: lettersOfNode(node), node }
  })
}

const holdsPicture = ({ node }: SourceBlock): boolean =>
  [...walk(node)].some(({ type }) => type === 'image' || type === 'imageReference')

/** A changed block with the marks that the article gave it: a heading keeps its level, a picture its file. */
function shapedAs(fresh: SourceBlock, old: SourceBlock): string {
  if (old.node.type === 'heading' && fresh.node.type === 'heading')
    return fresh.source.replace(/^#+/, '#'.repeat(old.node.depth))
  if (holdsPicture(old) && holdsPicture(fresh)) {
    const caption = /!\[((?:\\.|[^\]\\])*)\](?!.*!\[)/s.exec(fresh.source)?.[1] ?? ''
    return old.source.replace(
      /(!\[)(?:\\.|[^\]\\])*(\](?!.*!\[))/s,
      (_, open, close) => open + caption + close,
    )
  }
  return fresh.source
}

/** The labels that the article has for the notes of the Word file; a new note gets a number of its own. */
function labelsOf(
  before: readonly SourceBlock[],
  after: readonly SourceBlock[],
): Map<string, string> {
  const notesIn = (blocks: readonly SourceBlock[]) =>
    blocks.flatMap(({ node, letters }) =>
      node.type === 'footnoteDefinition' ? [{ label: node.label ?? node.identifier, letters }] : [],
    )
  const [old, fresh] = [notesIn(before), notesIn(after)]
  const labels = new Map<string, string>()
  const used = new Set(old.map(({ label }) => label))
  for (const pair of align(
    old.map(({ letters }) => letters),
    fresh.map(({ letters }) => letters),
  )) {
    const label = pair.new === undefined ? undefined : fresh[pair.new]?.label
    if (label === undefined) continue
    const same = pair.old === undefined ? undefined : old[pair.old]?.label
    let own = same ?? label
    for (let count = 1; same === undefined && used.has(own); count++) own = String(count)
    used.add(own)
    labels.set(label, own)
  }
  return labels
}

const relabelled = (source: string, labels: ReadonlyMap<string, string>): string =>
  source.replace(
    /(?<!\\)\[\^([^\]\s]+)\]/g,
    (_, label: string) => `[^${labels.get(label) ?? label}]`,
  )
