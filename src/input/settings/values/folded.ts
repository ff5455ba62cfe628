/**
 * Removes the spaces by which YAML joins lines, where both sides are Chinese (教 + line end + 育 is
 * 教育). Spaces that were typed stay.
 *
 * @param source the value as written in the file.
 */
export function withoutFolds(value: string, source: string): string {
  const lines = source.split('\n').map((line) => line.trim())
  let joined = value
  for (const [index, line] of lines.entries()) {
    const tail = line.slice(-REACH)
    const head = (lines[index + 1] ?? '').slice(0, REACH)
    if (ENDS_CHINESE.test(tail) && BEGINS_CHINESE.test(head)) {
      joined = joined.replace(`${tail} ${head}`, () => tail + head)
    }
  }
  return joined
}

/**
 * The number of characters compared on each side of a line end. They distinguish a folded line end
 * from a typed space.
 */
const REACH = 12

const CHINESE = '[\\p{Script=Han}\\u3000-\\u303f\\uff01-\\uff65“”‘’—…]'
const ENDS_CHINESE = new RegExp(`${CHINESE}$`, 'u')
const BEGINS_CHINESE = new RegExp(`^${CHINESE}`, 'u')
