import type { CharacterMap } from './cmap.js'
import type { Face } from './faces.js'
import { fullNameOf, postScriptNameOf } from './names.js'

/** What `coverage.json` says of a face, so that no bundled font is parsed at run time. */
export function coverageEntry(
  face: Face,
  map: CharacterMap,
  metrics: { unitsPerEm: number; space: number },
) {
  return {
    family: face.name.family,
    fullName: fullNameOf(face.name),
    postScriptName: postScriptNameOf(face.name),
    bold: face.name.bold === true,
    ...metrics,
    runs: runsOf([...map.keys()].sort((a, b) => a - b)),
  }
}

/** Runs of code points as alternating numbers: how many are left out, how many follow. */
function runsOf(codePoints: readonly number[]): number[] {
  const runs: number[] = []
  let next = 0
  for (const codePoint of codePoints) {
    const last = runs.length - 1
    if (codePoint === next && last > 0) runs[last] = (runs[last] ?? 0) + 1
    else runs.push(codePoint - next, 1)
    next = codePoint + 1
  }
  return runs
}
