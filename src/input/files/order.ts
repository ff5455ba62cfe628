/**
 * Order of paths as an editor numbers them: folder by folder, `2-…` before `10-…`, otherwise by
 * code unit, so that every machine agrees. `1.md` and `01.md` do not tie.
 */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const order = byName(left[depth] ?? '', right[depth] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || plain(a, b)
}

function byName(a: string, b: string): number {
  const [left, right] = [chunks(a), chunks(b)]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = '', other = ''] = [left[index], right[index]]
    const order = /^\d/.test(one) && /^\d/.test(other) ? byNumber(one, other) : plain(one, other)
    if (order !== 0) return order
  }
  return left.length - right.length || plain(a, b)
}

const chunks = (name: string) => name.normalize('NFC').match(/\d+|\D+/g) ?? []

/** By value without the loss that very long numbers would suffer as floating point. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')]
  return left.length - right.length || plain(left, right)
}

const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
