import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './matrix.js'
import { identity, matrixOf, multiply } from './matrix.js'

/**
 * A filled path or a picture on a page, as its bounding box: mm from the top left corner of the
 * sheet.
 */
export interface Shape {
  kind: 'fill' | 'picture'
  left: number
  top: number
  width: number
  height: number
  /** #rrggbb; for a picture, the colour that was set last. */
  colour: string
}

const mm = 25.4 / 72

/** The filled paths and pictures of every page: rules, seals, codes. */
export async function shapesOf(bytes: Uint8Array): Promise<Shape[][]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const file = await task.promise
  try {
    const pages: Shape[][] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const [, , , height = 0] = page.view
      const operators = await page.getOperatorList()
      pages.push(follow(operators.fnArray, operators.argsArray, height))
    }
    return pages
  } finally {
    await task.destroy()
  }
}

function follow(
  operators: readonly number[],
  given: readonly (readonly unknown[] | null)[],
  sheet: number,
): Shape[] {
  const shapes: Shape[] = []
  const stack: { ctm: Matrix; colour: string }[] = []
  let state = { ctm: identity, colour: '#000000' }
  const add = (kind: Shape['kind'], corners: readonly [number, number][]) => {
    const points = corners.map(([x, y]) => multiply(state.ctm, [1, 0, 0, 1, x, y]))
    const [xs, ys] = [points.map((point) => point[4]), points.map((point) => sheet - point[5])]
    const [left, top] = [Math.min(...xs) * mm, Math.min(...ys) * mm]
    const [width, height] = [Math.max(...xs) * mm - left, Math.max(...ys) * mm - top]
    shapes.push({ kind, left, top, width, height, colour: state.colour })
  }
  for (const [index, operator] of operators.entries()) {
    const args = given[index] ?? []
    if (operator === OPS.save) stack.push(state)
    else if (operator === OPS.restore) state = stack.pop() ?? state
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(state)
      if (args[0]) state = { ...state, ctm: multiply(state.ctm, matrixOf([args[0]])) }
    } else if (operator === OPS.paintFormXObjectEnd) state = stack.pop() ?? state
    else if (operator === OPS.transform)
      state = { ...state, ctm: multiply(state.ctm, matrixOf(args)) }
    else if (operator === OPS.setFillRGBColor) state = { ...state, colour: String(args[0]) }
    else if (operator === OPS.paintImageXObject)
      add('picture', [
        [0, 0],
        [1, 1],
      ])
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath && args[2]) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(args[2] as ArrayLike<number>)
      add('fill', [
        [x1, y1],
        [x2, y2],
        [x1, y2],
        [x2, y1],
      ])
    }
  }
  return shapes
}
