/** An entity of HTML as Markdown reads it: `&amp;`, `&#12288;`. */
const entity = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy

/**
 * Where every character of a Markdown text stands in its source. The two differ by escapes, entities,
 * and the blanks and `>` that begin a line, which the source has and the text has not.
 */
export function sourceOffsets(
  value: string,
  source: string,
  start: number,
  end: number,
): Uint32Array {
  const offsets = new Uint32Array(value.length)
  // Most texts stand there just as they read.
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
      // `&amp;` begins with the very character it stands for; `\&amp;` is no entity.
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

/** The length of an entity that stands for `&`; 1 where the source has the text's own `&foo;`. */
function ampersandLength(value: string, index: number, source: string, at: number): number {
  const length = entityLength(source, at)
  return value.startsWith(source.slice(at, at + length), index) ? 1 : length
}

function afterPrefix(source: string, at: number, end: number): number {
  let next = at
  while (next < end && /[ \t>]/.test(source.charAt(next))) next++
  return next
}
