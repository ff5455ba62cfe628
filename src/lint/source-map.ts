/** An HTML character reference as in Markdown: `&amp;`, `&#12288;`. */
const entity = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy

/**
 * Returns the source offset of every UTF-16 unit of a Markdown text node; `start` and `end` are the
 * node's source range. Source and text differ by escapes, character references, and the spaces and
 * `>` at line starts, which only the source has.
 */
export function sourceOffsets(
  value: string,
  source: string,
  start: number,
  end: number,
): Uint32Array {
  const offsets = new Uint32Array(value.length)
  // Fast path: most texts equal their source.
  if (end - start === value.length && source.startsWith(value, start)) {
    for (let index = 0; index < value.length; index++) offsets[index] = start + index
    return offsets
  }
  let at = start
  for (let index = 0; index < value.length; index++) {
    const character = value.charAt(index)
    if (index > 0 && /[\r\n]/.test(value.charAt(index - 1))) at = afterPrefix(source, at, end)
    const escaped =
      source.charAt(at) === '\\' && source.charAt(at + 1) === character && character !== '\\'
    if (escaped) at++
    if (source.charAt(at) === character) {
      // `&amp;` begins with the character it represents; `\&amp;` is not a character reference.
      const length = character === '&' && !escaped ? ampersandLength(value, index, source, at) : 1
      offsets[index] = at
      at += length
      continue
    }
    const length = entityLength(source, at)
    if (length > 1) {
      offsets[index] = at
      at += length
      continue
    }
    const next = source.indexOf(character, at)
    if (next >= 0 && next < end) at = next
    offsets[index] = Math.min(at, end)
    at++
  }
  return offsets
}

function entityLength(source: string, at: number): number {
  entity.lastIndex = at
  return entity.exec(source)?.[0].length ?? 1
}

/**
 * Returns the length of a reference for `&`, or 1 if the text itself contains the
 * literal `&foo;`.
 */
function ampersandLength(value: string, index: number, source: string, at: number): number {
  const length = entityLength(source, at)
  return value.startsWith(source.slice(at, at + length), index) ? 1 : length
}

function afterPrefix(source: string, at: number, end: number): number {
  let next = at
  while (next < end && /[ \t>]/.test(source.charAt(next))) next++
  return next
}
