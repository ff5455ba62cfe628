/** Pixels in a unit of CSS. */
const units: Record<string, number> = {
  ...{ '': 1, px: 1, pt: 4 / 3, pc: 16 },
  ...{ in: 96, cm: 96 / 2.54, mm: 96 / 25.4 },
}

/**
 * The width and height that an SVG gives itself, px: those of its first `<svg>`, or else of the
 * `viewBox`. Undefined where it gives none, or in percent. They are read from the text, because the
 * library that draws it fails with a size beyond its numbers, and prints to the terminal.
 */
export function svgSize(text: string): { width: number; height: number } | undefined {
  const [, inside = ''] = /<(?:[\w-]+:)?svg\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/i.exec(text) ?? []
  const given = new Map(
    [...inside.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [name, (double ?? single ?? '').trim()],
    ),
  )
  const [, , ...box] = (given.get('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const width = pixelsOf(given.get('width')) ?? box[0] ?? Number.NaN
  const height = pixelsOf(given.get('height')) ?? box[1] ?? Number.NaN
  return Number.isNaN(width + height) ? undefined : { width, height }
}

function pixelsOf(length: string | undefined): number | undefined {
  const [, number, unit = ''] =
    /^([\d.]+(?:e\+?\d+)?)(|px|pt|pc|in|cm|mm)$/i.exec(length ?? '') ?? []
  return number === undefined ? undefined : Number(number) * (units[unit.toLowerCase()] ?? 1)
}
