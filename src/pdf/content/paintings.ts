import { dictionaryAt, type Pdf } from '../document.js'
import { contentsOf, dictionaryOr } from '../pages.js'
import { contentAt } from '../streams.js'
import { arrayFrom, type Dictionary, referenceFrom } from '../syntax.js'
import { endPath, type GraphicsState, move, newPen } from './graphics-state.js'
import type { Box, Matrix } from './matrix.js'
import { at, boxThrough, common, identity, times } from './matrix.js'
import { operationsOf } from './operations.js'
import { shadingInk, spaceInk } from './space-inks.js'

/** One thing that a page paints. */
export interface Painting {
  kind: 'path' | 'text' | 'picture'
  /**
   * `black` (DeviceGray), `rgb`, `cmyk`, or the name of a spot colour; `paper` for white.
   */
  ink: string
  /** Where, in points of the page; of text, only where it begins. */
  box: Box
  /** The object number of a picture and the transformation of its unit square. */
  picture?: { number: number; matrix: Matrix }
}

/** Returns everything that a page paints, in order, with what its forms and patterns paint. */
export function paintingsOn(pdf: Pdf, page: Dictionary, box: Box): Painting[] {
  const content = contentsOf(page)
    .map((number) => contentAt(pdf, number))
    .join('\n')
  return paintings(pdf, content, dictionaryOr(page.get('Resources')), {
    matrix: identity,
    clip: box,
    fill: 'black',
    stroke: 'black',
  })
}

function paintings(
  pdf: Pdf,
  content: string,
  resources: Dictionary,
  initial: GraphicsState,
): Painting[] {
  const found: Painting[] = []
  let state = { ...initial }
  const saved: GraphicsState[] = []
  const pen = newPen()
  const resource = (kind: string, name: string | undefined) =>
    dictionaryOr(resources.get(kind)).get(name?.slice(1) ?? '')
  const add = (kind: Painting['kind'], ink: string, box: Box | undefined) => {
    if (box) found.push({ kind, ink, box })
  }
  for (const operation of operationsOf(content)) {
    const { operator, operands } = operation
    move(state, pen, operation)
    if (operator === 'q') saved.push({ ...state })
    else if (operator === 'Q') state = saved.pop() ?? state
    else if (operator in colourOf) {
      const [which, ink] = colourOf[operator] ?? ['fill']
      if (ink) state[which] = isPaper(operands, ink) ? 'paper' : ink
      else if (operator.toLowerCase() === 'cs') {
        const space = resource('ColorSpace', operands[0]) ?? operands[0] ?? ''
        state[which] = spaceInk(pdf, space)
      } else if (operands.at(-1)?.startsWith('/')) {
        state[which] = patternInk(pdf, resource('Pattern', operands.at(-1)), state)
      }
    } else if (operator in paints) {
      const box = endPath(state, pen)
      for (const which of paints[operator] ?? []) add('path', state[which], box)
    } else if (shows.has(operator)) {
      const [x, y] = at(times(pen.line, state.matrix), 0, 0)
      add('text', state.fill, common([x, y, x, y], state.clip))
    } else if (operator === 'sh') {
      const shading = resource('Shading', operands[0])
      if (shading) add('path', shadingInk(pdf, shading), state.clip)
    } else if (operator === 'Do') {
      found.push(...drawn(pdf, referenceFrom(resource('XObject', operands[0])), state))
    }
  }
  return found
}

/** What an XObject paints: a picture itself, a form all it contains. */
function drawn(pdf: Pdf, number: number, state: GraphicsState): Painting[] {
  const entries = dictionaryAt(pdf, number)
  if (entries.get('Subtype') === '/Image') {
    const { matrix } = state
    const box = common(boxThrough(matrix, [0, 0, 1, 1]), state.clip)
    const ink = spaceInk(pdf, entries.get('ColorSpace') ?? '/DeviceGray')
    return box ? [{ kind: 'picture', ink, box, picture: { number, matrix } }] : []
  }
  const own = entries.get('Matrix')
  const matrix = own
    ? times(arrayFrom(own).map(Number) as unknown as Matrix, state.matrix)
    : state.matrix
  const bounds = arrayFrom(entries.get('BBox') ?? '').map(Number) as unknown as Box
  const clip = common(boxThrough(matrix, bounds), state.clip)
  if (!clip) return []
  const resources = dictionaryOr(entries.get('Resources'))
  return paintings(pdf, contentAt(pdf, number), resources, { ...state, matrix, clip })
}

/** Operators that set a colour, with the ink where the operator itself names it. */
const colourOf: Readonly<Record<string, ['fill' | 'stroke', ('black' | 'rgb' | 'cmyk')?]>> = {
  g: ['fill', 'black'],
  G: ['stroke', 'black'],
  rg: ['fill', 'rgb'],
  RG: ['stroke', 'rgb'],
  k: ['fill', 'cmyk'],
  K: ['stroke', 'cmyk'],
  cs: ['fill'],
  CS: ['stroke'],
  sc: ['fill'],
  SC: ['stroke'],
  scn: ['fill'],
  SCN: ['stroke'],
}

/** Operators that end a path, with what they paint. */
const paints: Readonly<Record<string, readonly ('fill' | 'stroke')[]>> = {
  n: [],
  f: ['fill'],
  F: ['fill'],
  'f*': ['fill'],
  S: ['stroke'],
  s: ['stroke'],
  B: ['fill', 'stroke'],
  'B*': ['fill', 'stroke'],
  b: ['fill', 'stroke'],
  'b*': ['fill', 'stroke'],
}
const shows = new Set(['Tj', 'TJ', "'", '"'])

const isPaper = (operands: readonly string[], ink: string) =>
  operands.every((operand) => Number(operand) === (ink === 'cmyk' ? 0 : 1))

/** The ink of a pattern. Of a tile, the first that is not black: what asks for another plate. */
function patternInk(pdf: Pdf, source: string | undefined, state: GraphicsState): string {
  if (source === undefined) return 'black'
  const number = referenceFrom(source)
  const entries = dictionaryAt(pdf, number)
  if (entries.get('PatternType') === '2') return shadingInk(pdf, entries.get('Shading') ?? '')
  const tile = paintings(pdf, contentAt(pdf, number), dictionaryOr(entries.get('Resources')), {
    ...state,
    matrix: identity,
    clip: [-1e6, -1e6, 1e6, 1e6],
  })
  return tile.map(({ ink }) => ink).find((ink) => ink !== 'black' && ink !== 'paper') ?? 'black'
}
