import type { Diagnostic } from '../diagnostic.js'
import type { Article } from '../model.js'
import type { HasGlyph } from './glyphs.js'
import { checkGlyphs } from './glyphs.js'

/** What an editor should know of the articles before they are printed. Pure. */
export const check = (articles: readonly Article[], hasGlyph: HasGlyph): Diagnostic[] =>
  articles.flatMap((article) => checkGlyphs(article, hasGlyph))
