import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../model/fault.js'
import type { FontFace } from './face.js'

/** A bundled face as described in `coverage.json`. */
export interface BundledFace extends FontFace {
  unitsPerEm: number
  /** Advance of U+0020, in font units. */
  space: number
  /**
   * The code points that the face draws, as alternating run lengths: missing, present, missing …
   */
  runs: number[]
  /**
   * Widths of the characters that are not 1 em wide, as triples: number of code points skipped,
   * number of code points that follow, their width in thousandths of an em.
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
 * Reads the faces that come with the package.
 *
 * @throws Fault `environment` if files are missing: the package was not built or not installed
 * completely.
 */
export async function readBundledFaces(folder: string): Promise<BundledFaces> {
  const path = join(folder, 'coverage.json')
  try {
    const entries: Record<string, Entry> = JSON.parse(await readFile(path, 'utf8'))
    // Without this check the browser would silently use any other font for part of the text.
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
