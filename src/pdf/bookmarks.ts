import { flat, type OutlineNode, type OutlineTree } from './outline.js'
import type { Changes } from './rewrite.js'
import { dictionaryOf } from './syntax.js'
import { textString } from './text.js'

/**
 * Maximum depth of bookmarks: sections, articles, first-level headings. A longer outline is not
 * usable.
 */
const MAX_DEPTH = 3

/**
 * Depth of the deepest items that are open: sections are open and show their articles, articles are
 * closed.
 */
const OPEN_THROUGH = 1

/**
 * Returns the changes that reduce the outline to three levels, open it down to the articles and put
 * each title on one line. `wanted` maps printed titles to their correct spelling; see {@link
 * bookmarkTitle}.
 */
export function bookmarks(
  tree: OutlineTree | undefined,
  wanted: ReadonlyMap<string, string> = new Map(),
): Changes {
  const changes: Changes = { changed: new Map(), dropped: new Set() }
  if (!tree) return changes
  const spellings = byLetters(wanted)
  const root = new Map(tree.entries).set('Count', String(visibleCount(tree.children)))
  changes.changed.set(tree.number, dictionaryOf(root))
  for (const node of flat(tree.children)) {
    if (node.depth > MAX_DEPTH) changes.dropped.add(node.number)
    else changes.changed.set(node.number, dictionaryOf(entriesOf(node, spellings)))
  }
  return changes
}

function entriesOf(node: OutlineNode, spellings: ReadonlyMap<string, string>) {
  const entries = new Map(node.entries)
  entries.set('Title', textString(bookmarkTitle(node.title, spellings)))
  for (const key of ['First', 'Last', 'Count']) if (node.depth === MAX_DEPTH) entries.delete(key)
  if (node.depth < MAX_DEPTH && node.children.length > 0) {
    // ISO 32000-1, 12.3.3: the number of visible descendants, negative if the item is closed.
    const below = visibleCount(node.children)
    entries.set('Count', String(node.depth <= OPEN_THROUGH ? below : -below))
  }
  return entries
}

/** Returns how many of the nodes and their descendants are visible if the parent is open. */
const visibleCount = (nodes: readonly OutlineNode[]): number =>
  nodes.reduce(
    (sum, { depth, children }) => sum + 1 + (depth <= OPEN_THROUGH ? visibleCount(children) : 0),
    0,
  )

/**
 * Returns a heading's text on one line, without invisible line-breaking characters (soft hyphen,
 * zero-width space, word joiner) and without the whitespace of a line break between two Chinese
 * characters.
 *
 * The browser collects the text from glyphs, so the space at which a Latin title was broken is
 * lost. If `spellings` has the same letters, its spelling is used.
 */
export function bookmarkTitle(
  printed: string,
  spellings: ReadonlyMap<string, string> = new Map(),
): string {
  return oneLine(spellings.get(letters(printed)) ?? printed)
}

/** Converts the keys to the form that {@link bookmarkTitle} uses for its lookup. */
export const byLetters = (wanted: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...wanted].map(([printed, title]) => [letters(printed), title]))

const letters = (title: string) => title.replaceAll(/[\s\u00ad\u200b\u2060\ufeff]/g, '')

const oneLine = (title: string) =>
  title
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(
      /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])[^\S\u3000]*[\n\r\u2028\u2029]\s*/gu,
      '',
    )
    .replaceAll(/\s*[\n\r\u2028\u2029]\s*(?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu, '')
    .replaceAll(/[^\S\u3000]+/g, ' ')
    .trim()
