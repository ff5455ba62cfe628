/** Whether any font of the page has a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean

const cache = new WeakMap<HasGlyph, Uint8Array>()

/**
 * Whether fonts have glyphs for every character of a text. Results are cached per BMP character,
 * since texts consist of the same few thousand characters.
 */
export function isDrawn(text: string, hasGlyph: HasGlyph): boolean {
  const known = cache.get(hasGlyph) ?? new Uint8Array(0x10000)
  cache.set(hasGlyph, known)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (known[unit] === 1) continue
    const codePoint = text.codePointAt(index) ?? 0
    if (!hasGlyph(codePoint)) return false
    if (codePoint === unit) known[unit] = 1
    else index++
  }
  return true
}

/** Returns the characters of some texts for which no font has a glyph, without duplicates. */
export function undrawn(texts: Iterable<string>, hasGlyph: HasGlyph): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    if (isDrawn(text, hasGlyph)) continue
    for (const character of text) {
      if (!hasGlyph(character.codePointAt(0) ?? 0)) found.add(character)
    }
  }
  return [...found]
}
