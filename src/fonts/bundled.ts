import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../model/fault.js'
import type { FontFace } from './face.js'

/** A bundled face as `coverage.json` describes it. */
export interface BundledFace extends FontFace {
  unitsPerEm: number
  /** Advance of U+0020 in font units. */
  space: number
  /** Which code points it draws, as alternating numbers: how many it lacks, how many it has. */
  runs: number[]
  /**
   * Widths of the characters that are not 1 em wide, as triples: how many code points are left out,
   * how many follow, and the width of each of them in thousandths of an em.
   */
  widths: number[]
}

/** The bundled faces by file name (`BulletinSong.ttf`). */
export type BundledFaces = ReadonlyMap<string, BundledFace>

interface Entry {
  family: string
  fullName: string
  postScriptName: string
  bold: boolean
  unitsPerEm: number
  space: number
  runs: number[]
  widths: number[]
}

/**
 * The faces that come with the package. Throws a `Fault` when they are not there: the package was
 * not built or not unpacked whole.
 */
export async function readBundledFaces(folder: string): Promise<BundledFaces> {
  const path = join(folder, 'coverage.json')
  try {
    const entries: Record<string, Entry> = JSON.parse(await readFile(path, 'utf8'))
    // Else the browser would set a part of the text in any font that it finds.
    await Promise.all(Object.keys(entries).map((file) => access(join(folder, file))))
    return new Map(
      Object.entries(entries).map(([file, entry]) => [file, faceOf(folder, file, entry)]),
    )
  } catch (cause) {
    const missing = cause instanceof Error && 'path' in cause ? basename(String(cause.path)) : path
    throw new Fault(
      'environment',
      `随程序带的字体不全：找不到“${missing}”。`,
      '重新安装本程序；如果用的是源代码，先运行 npm run build。',
      { cause },
    )
  }
}

const faceOf = (folder: string, file: string, { bold, ...entry }: Entry): BundledFace => ({
  ...entry,
  file: join(folder, file),
  index: 0,
  names: [entry.family, entry.fullName, entry.postScriptName],
  weight: bold ? 700 : 400,
  italic: false,
})
