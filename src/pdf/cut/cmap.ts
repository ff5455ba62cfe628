/** A code in the text of a page, and the number of its glyph in the font. */
export interface ShownCode {
  code: number
  glyph: number
}

const hex = (code: number) => `<${code.toString(16).padStart(4, '0')}>`

/** A CMap has at most this many lines in a group (Adobe Technical Note 5014). */
const group = 100

/** Writes a CMap of two-byte codes; `kind` is `cidchar` or `bfchar`. */
function cmapOf(kind: string, lines: readonly string[]): string {
  const groups: string[] = []
  for (let from = 0; from < lines.length; from += group) {
    const some = lines.slice(from, from + group)
    groups.push(`${some.length} begin${kind}\n${some.join('\n')}\nend${kind}`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${groups.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Writes the CMap that leads from codes to glyphs (ISO 32000-1, 9.7.5.3). */
export const encodingOf = (shown: readonly ShownCode[]): string =>
  cmapOf(
    'cidchar',
    shown.map(({ code, glyph }) => `${hex(code)} ${glyph}`),
  )

/** Writes the CMap that leads from codes to their text (ISO 32000-1, 9.10.3). */
export const toUnicodeOf = (
  shown: readonly ShownCode[],
  texts: ReadonlyMap<number, string>,
): string =>
  cmapOf(
    'bfchar',
    shown.flatMap(({ code }) => {
      const text = texts.get(code)
      if (text === undefined) return []
      return [`${hex(code)} <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`]
    }),
  )
