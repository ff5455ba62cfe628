/** Whether some font of the page has a character. */
export type HasGlyph = (codePoint: number) => boolean

const drawn = new WeakMap<HasGlyph, Uint8Array>()

/** Whether some font has every character. The same few thousand make up all texts: each is asked once. */
export function isDrawn(text: string, hasGlyph: HasGlyph): boolean {
  const known = drawn.get(hasGlyph) ?? new Uint8Array(0x10000)
  drawn.set(hasGlyph, known)
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

/** The characters of some texts that no font has, each once. */
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
