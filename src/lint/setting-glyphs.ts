import type { Diagnostic } from '../model/diagnostic.js'
import { configurationErrorAt } from '../model/diagnostic.js'
import type { Place } from '../model/place.js'
import { settingsStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'
import type { HasGlyph } from '../text/drawn.js'
import { isDrawn } from '../text/drawn.js'
import { graphemes } from '../text/graphemes.js'
import { missingCharacterText } from './missing-character.js'

/** Settings that do not contain printed text. */
const unprinted = new Set([
  'template',
  'cover',
  'seal',
  'fonts',
  'check',
  'images',
  'page',
  'where',
  'wordStyles',
])

/**
 * Returns an error for every character of a printed setting (刊名, 版记) that no font has; once per
 * setting, at its key.
 */
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
    return [...missing].map((character) =>
      configurationErrorAt(place, missingCharacterText(character)),
    )
  })
}

/** Returns the strings in a value, except those in `place`. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'place' ? [] : textsIn(inner)))
}
