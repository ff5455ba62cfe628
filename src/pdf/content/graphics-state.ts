import type { Box, Matrix } from './matrix.js'
import { at, boxAround, common, identity, times } from './matrix.js'
import type { Operation } from './operations.js'

/** What the operators of a content stream have set so far. */
export interface GraphicsState {
  matrix: Matrix
  clip: Box
  /** The inks of fills and strokes: see {@link Painting.ink}. */
  fill: string
  stroke: string
}

/** The path under construction, and the place of text. */
export interface Pen {
  points: (readonly [number, number])[]
  /** Whether the path becomes the clip when it ends. */
  clips: boolean
  line: Matrix
}

export const newPen = (): Pen => ({ points: [], clips: false, line: identity })

/** Changes the state, or the pen, by an operation that sets a transformation, a path or a place. */
export function move(state: GraphicsState, pen: Pen, { operator, operands }: Operation): void {
  const numbers = operands.map(Number)
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  switch (operator) {
    case 'cm':
      state.matrix = times(numbers as unknown as Matrix, state.matrix)
      break
    case 'm':
    case 'l':
      pen.points.push(at(state.matrix, x, y))
      break
    case 'c':
    case 'v':
    case 'y':
      for (let index = 0; index + 1 < numbers.length; index += 2)
        pen.points.push(at(state.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0))
      break
    case 're':
      for (const [dx, dy] of [
        [0, 0],
        [width, 0],
        [0, height],
        [width, height],
      ] as const)
        pen.points.push(at(state.matrix, x + dx, y + dy))
      break
    case 'W':
    case 'W*':
      pen.clips = true
      break
    case 'BT':
      pen.line = identity
      break
    case 'Tm':
      pen.line = numbers as unknown as Matrix
      break
    case 'Td':
    case 'TD':
      pen.line = times([1, 0, 0, 1, x, y], pen.line)
      break
  }
}

/** Ends the path: returns its box inside the clip, and makes it the clip if it is to be one. */
export function endPath(state: GraphicsState, pen: Pen): Box | undefined {
  const box = pen.points.length > 0 ? common(boxAround(pen.points), state.clip) : undefined
  // A clip that leaves nothing is a point outside every page.
  if (pen.clips) state.clip = box ?? nowhere
  pen.points = []
  pen.clips = false
  return box
}

const nowhere: Box = [-1e6, -1e6, -1e6, -1e6]
