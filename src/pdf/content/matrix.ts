/** A transformation (ISO 32000-1, 8.3.3): x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A rectangle in points: left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Returns the transformation that applies `first`, then `second`. */
export const times = (first: Matrix, second: Matrix): Matrix => {
  const [a, b, c, d, e, f] = first
  const [A, B, C, D, E, F] = second
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ]
}

export const at = (
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
): readonly [x: number, y: number] => [a * x + c * y + e, b * x + d * y + f]

/** Returns the smallest box that holds a transformed box. */
export const boxThrough = (matrix: Matrix, [left, bottom, right, top]: Box): Box =>
  boxAround([
    at(matrix, left, bottom),
    at(matrix, right, bottom),
    at(matrix, left, top),
    at(matrix, right, top),
  ])

/** Returns the smallest box that holds all points; an empty box without any. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Returns what two boxes have in common; undefined if nothing. */
export function common(a: Box, b: Box): Box | undefined {
  const box: Box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined
}
