import type { Font } from 'fontkit'
import type { FontFace } from './face.js'
import { withFontFile } from './sfnt.js'

const TABLES = ['name', 'OS/2', 'head']

/** The kinds of names by which a font may be requested, as fontkit's keys. */
const KEYS = ['fontFamily', 'preferredFamily', 'fullName', 'compatibleFull', 'postscriptName']

/**
 * Returns the faces of a font file with all their names. fontkit is loaded on demand, since with a
 * filled cache this is not called.
 *
 * @throws Error if the file is missing or not a font.
 */
export async function readFaces(file: string): Promise<FontFace[]> {
  const { create } = await import('fontkit')
  return withFontFile(file, async ({ count, face }) => {
    const faces: FontFace[] = []
    for (let index = 0; index < count; index++) {
      const font = create(await face(index, TABLES))
      if ('name' in font) faces.push(faceOf(font as Named, file, index))
    }
    return faces
  })
}

/** Members of fontkit's font that its published types lack. */
type Named = Font & {
  name: { records: Record<string, Record<string, string> | undefined> }
}

function faceOf(font: Named, file: string, index: number): FontFace {
  const { records } = font.name
  const names = KEYS.flatMap((key) => Object.values(records[key] ?? {})).filter(
    (name) => typeof name === 'string' && name !== '',
  )
  const families = records.preferredFamily ?? records.fontFamily ?? {}
  const os2 = font['OS/2']
  return {
    file,
    index,
    names: [...new Set(names)],
    family: families.zh ?? families['zh-CN'] ?? font.familyName ?? names[0] ?? '',
    fullName: font.fullName ?? '',
    postScriptName: font.postscriptName ?? '',
    weight: os2?.usWeightClass ?? 400,
    italic: os2?.fsSelection?.italic ?? false,
  }
}
