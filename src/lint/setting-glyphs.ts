import type { Diagnostic } from '../model/diagnostic.js'
import { configurationErrorAt } from '../model/diagnostic.js'
import type { Place } from '../model/place.js'
import { settingsStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'
import type { HasGlyph } from '../text/drawn.js'
import { isDrawn } from '../text/drawn.js'
import { graphemes } from '../text/graphemes.js'
import { missingSaid } from './missing-character.js'

/** Settings that are no text of the page. */
const unprinted = new Set([
  'template',
  'cover',
  'seal',
  'fonts',
  'check',
  'images',
  'page',
  'where',
])

/** Characters of printed settings (刊名, 版记) that no font has: each once a key, at the key. */
export function checkSettingGlyphs(
  settings: Settings & { where?: Partial<Record<string, Place>> },
  hasGlyph: HasGlyph,
): Diagnostic[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    if (unprinted.has(key)) return []
    const missing = new Set(
      textsIn(value)
        .filter((text) => !isDrawn(text, hasGlyph))
        .flatMap(graphemes)
        .filter((character) => !isDrawn(character, hasGlyph)),
    )
    const place = settings.where?.[key] ?? settingsStart
    return [...missing].map((character) => configurationErrorAt(place, missingSaid(character)))
  })
}

/** The strings of a value, but not those of the place where it was read. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'place' ? [] : textsIn(inner)))
}
