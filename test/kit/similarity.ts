import sharp from 'sharp'

/**
 * The mean structural similarity of two pictures of the same size: of their brightness, and of red,
 * green or blue, whichever is least. Windows of 11 × 11 px, seven px apart, over the whole picture.
 * Written apart from what the program measures, to judge it.
 */
export async function similarity(
  one: Uint8Array,
  other: Uint8Array,
): Promise<{ brightness: number; colour: number }> {
  const [a, b] = await Promise.all([planesOf(one), planesOf(other)])
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different size')
  const [brightness = 0, ...colours] = a.planes.map((plane, at) =>
    ofPlanes(plane, b.planes[at] ?? plane, a),
  )
  return { brightness, colour: Math.min(...colours) }
}

async function planesOf(picture: Uint8Array) {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const weights = [
    [0.299, 0.587, 0.114],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  const planes = weights.map((weighted) =>
    Float64Array.from({ length: width * height }, (_, at) =>
      weighted.reduce((sum, weight, index) => sum + weight * (data[at * channels + index] ?? 0), 0),
    ),
  )
  return { width, height, planes }
}

const side = 11
const step = 7
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]

function ofPlanes(
  one: Float64Array,
  other: Float64Array,
  { width, height }: { width: number; height: number },
): number {
  let [sum, count] = [0, 0]
  for (let top = 0; top + side <= height; top += step)
    for (let left = 0; left + side <= width; left += step) {
      const from = top * width + left
      const [mx, my] = [meanProduct(from, width, one), meanProduct(from, width, other)]
      const vx = meanProduct(from, width, one, one) - mx ** 2
      const vy = meanProduct(from, width, other, other) - my ** 2
      const both = meanProduct(from, width, one, other) - mx * my
      sum += ((2 * mx * my + c1) * (2 * both + c2)) / ((mx ** 2 + my ** 2 + c1) * (vx + vy + c2))
      count++
    }
  return sum / count
}

/** The mean of the products of two planes in a window; of one plane alone, of its values. */
function meanProduct(from: number, width: number, one: Float64Array, other?: Float64Array): number {
  let sum = 0
  for (let row = 0; row < side; row++)
    for (let at = from + row * width, end = at + side; at < end; at++)
      sum += (one[at] ?? 0) * (other ? (other[at] ?? 0) : 1)
  return sum / side ** 2
}
