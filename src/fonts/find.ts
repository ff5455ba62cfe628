import { distance } from 'fastest-levenshtein'
import { type FontFace, plainName } from './face.js'

/**
 * Returns the face that matches the earliest of some names. If a family has several faces, an
 * upright one nearest to the regular weight; if the same face is in two folders, the first.
 */
export function findFace(
  names: readonly string[],
  faces: readonly FontFace[],
): FontFace | undefined {
  for (const name of names.map(plainName)) {
    const found = faces.filter((face) => face.names.some((own) => plainName(own) === name))
    if (found.length > 0)
      return found.toSorted((a, b) => distanceFromRegular(a) - distanceFromRegular(b))[0]
  }
  return undefined
}

const distanceFromRegular = ({ weight, italic }: FontFace) =>
  Math.abs(weight - 400) + (italic ? 1000 : 0)

/** Returns up to two family names similar to a mistyped one; at most half of it may differ. */
export function nearestFamilies(name: string, faces: readonly FontFace[]): string[] {
  const typed = plainName(name)
  return [...new Set(faces.flatMap(({ names }) => names))]
    .map((known) => ({ known, away: distance(typed, plainName(known)) }))
    .filter(({ away }) => away <= Math.ceil(typed.length / 2) && away < typed.length)
    .sort((a, b) => a.away - b.away || (a.known < b.known ? -1 : 1))
    .slice(0, 2)
    .map(({ known }) => known)
}
