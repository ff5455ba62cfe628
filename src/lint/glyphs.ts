import { visit } from 'unist-util-visit'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt } from '../model/diagnostic.js'
import type { Point } from '../model/place.js'
import { fileStart } from '../model/place.js'
import type { HasGlyph } from '../text/drawn.js'
import { isDrawn } from '../text/drawn.js'
import { graphemes } from '../text/graphemes.js'
import { missingCharacterText } from './missing-character.js'
import type { SourceText } from './source-text.js'
import { offsetOf, pointAt, sourceText } from './source-text.js'

/** Records a missing character at a place. */
type Note = (character: string, at: Point) => void

/**
 * Returns an error for every occurrence of a character that no font has; it would print as an empty
 * box.
 */
export function checkGlyphs(article: Article, hasGlyph: HasGlyph): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const note: Note = (character, at) => {
    const place = { file: article.path, at }
    found.set(
      `${at.line}:${at.column} ${character}`,
      errorAt(place, missingCharacterText(character)),
    )
  }
  let source: SourceText | undefined
  for (const [key, value] of Object.entries(article.fields)) {
    const missing = missingIn(String(value), hasGlyph)
    if (missing.length === 0) continue
    source ??= sourceText(article.text)
    noteField(missing, article.where[key as keyof typeof article.where] ?? fileStart, source, note)
  }
  // Skip the body if every character of the file has a glyph and the file has no character
  // references (&#x16A0;).
  if (article.text.includes('&') || !isDrawn(article.text, hasGlyph))
    noteBody(article, hasGlyph, note)
  return [...found.values()]
}

/**
 * Records the missing characters of a front-matter value. The search starts at the key. A character
 * that is written as an escape is reported at the key.
 */
function noteField(missing: readonly Missing[], key: Point, source: SourceText, note: Note): void {
  let from = offsetOf(source, key)
  for (const { character } of inRuns(missing)) {
    const found = source.text.indexOf(character, from)
    note(character, found < 0 ? key : pointAt(source, found))
    if (found >= 0) from = found + character.length
  }
}

function noteBody(article: Article, hasGlyph: HasGlyph, note: Note): void {
  const lines = article.text.split('\n')
  visit(article.body, (node) => {
    if (node.type === 'html' || !node.position) return
    const value = 'value' in node ? node.value : 'alt' in node ? node.alt : undefined
    const unseen = new Set(missingIn(value ?? '', hasGlyph).map(({ character }) => character))
    if (unseen.size === 0) return
    const { start, end } = node.position
    for (let line = start.line; line <= end.line; line++) {
      const text = lines[line - 1] ?? ''
      const from = line === start.line ? start.column - 1 : 0
      const to = line === end.line ? end.column - 1 : text.length
      for (const { character, index } of inRuns(missingIn(text.slice(from, to), hasGlyph))) {
        note(character, { line, column: from + index + 1 })
        for (const one of graphemes(character)) unseen.delete(one)
      }
    }
    // Characters written as references (&#x16A0;) do not occur literally in the source.
    for (const character of unseen) note(character, start)
  })
}

/** Letters of a foreign script; Han characters are each looked for on their own. */
const isForeignLetter = (character: string) => /^(?!\p{sc=Han})[\p{L}\p{M}]/u.test(character)

/** Joins the missing letters of one word: a foreign word is one error, not one a letter. */
function inRuns(missing: readonly Missing[]): Missing[] {
  const runs: Missing[] = []
  for (const { character, index } of missing) {
    const last = runs.at(-1)
    const isNext = last && last.index + last.character.length === index
    if (isNext && isForeignLetter(last.character) && isForeignLetter(character))
      last.character += character
    else runs.push({ character, index })
  }
  return runs
}

interface Missing {
  /** A grapheme cluster: an emoji includes everything that is joined to it. */
  character: string
  index: number
}

/** Returns the characters of a text that no font has, in order. */
function missingIn(text: string, hasGlyph: HasGlyph): Missing[] {
  if (isDrawn(text, hasGlyph)) return []
  const missing: Missing[] = []
  let index = 0
  for (const character of graphemes(text)) {
    if (!isDrawn(character, hasGlyph)) missing.push({ character, index })
    index += character.length
  }
  return missing
}
