import { visit } from 'unist-util-visit'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt } from '../model/diagnostic.js'
import type { Place, Point } from '../model/place.js'
import { fileStart } from '../model/place.js'
import type { HasGlyph } from '../text/drawn.js'
import { isDrawn } from '../text/drawn.js'
import type { SourceText } from './source-text.js'
import { offsetOf, pointAt, sourceText } from './source-text.js'

/**
 * Characters that no font has would print as empty boxes. Says each once an article, where it
 * first stands.
 */
export function checkGlyphs(article: Article, hasGlyph: HasGlyph): Diagnostic[] {
  const found = new Map<string, Point>()
  const note = (character: string, at: Point) => {
    if (!found.has(character)) found.set(character, at)
  }
  let source: SourceText | undefined
  for (const [key, value] of Object.entries(article.fields)) {
    const at = article.where[key as keyof typeof article.where] ?? fileStart
    for (const character of missingIn(String(value), hasGlyph)) {
      source ??= sourceText(article.text)
      note(character, placeOf(character, at, source))
    }
  }
  // What stands nowhere in the file stands nowhere in its body.
  if (!isDrawn(article.text, hasGlyph)) noteBody(article, hasGlyph, note)
  return [...found].map(([character, at]) => missing({ file: article.path, at }, character))
}

/** Where a character of a value stands that begins with its key; at the key when it is spelt as an escape. */
function placeOf(character: string, key: Point, source: SourceText): Point {
  const found = source.text.indexOf(character, offsetOf(source, key))
  return found < 0 ? key : pointAt(source, found)
}

function noteBody(
  article: Article,
  hasGlyph: HasGlyph,
  note: (character: string, at: Point) => void,
): void {
  const lines = article.text.split('\n')
  visit(article.body, (node) => {
    if (!('value' in node || 'alt' in node) || node.type === 'html' || !node.position) return
    const { start, end } = node.position
    for (let line = start.line; line <= end.line; line++) {
      const text = lines[line - 1] ?? ''
      const from = line === start.line ? start.column - 1 : 0
      const to = line === end.line ? end.column - 1 : text.length
      for (const character of missingIn(text.slice(from, to), hasGlyph)) {
        note(character, { line, column: text.indexOf(character, from) + 1 })
      }
    }
  })
}

/** The characters of a text that no font has, each once. */
const missingIn = (text: string, hasGlyph: HasGlyph): string[] =>
  [...new Set(text)].filter((character) => !hasGlyph(character.codePointAt(0) ?? 0))

function missing(place: Place, character: string): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return errorAt(place, {
    rule: 'glyph-missing',
    message: `所有字体里都没有“${character}”（U+${code}）这个字。`,
    fix: '换一个写法；人名用字可在 bulletin.yaml 的 fonts 里指定一个有它的字体文件。',
  })
}
