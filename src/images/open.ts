import { readFile, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt } from '../model/diagnostic.js'
import type { Box, PictureFile, PictureOptions, PictureWish } from '../model/picture.js'
import type { Staged } from '../model/staged.js'
import { digestOf } from '../system/digest.js'
import { openPicture, type PictureOpener } from './scale.js'
import { proveWhole } from './whole.js'

/** A picture of which the size is known, and soon the rest. */
export interface Picture {
  /** Size of the source in px, turned upright. */
  width: number
  height: number
  /** Of the source's bytes. */
  digest: string
  /** Reads it once more and scales it to a box on the page. Never rejects. */
  fileFor(box: Box): Promise<Staged<PictureFile>>
}

/**
 * Reads the head of a picture: its size, turned upright (EXIF). Its bytes are let go, so that an
 * issue may hold any number. Says what is wrong with a picture that is missing, lies outside the
 * issue, or cannot be decoded; the last may only show in its file.
 */
export async function readPicture(
  wish: PictureWish,
  options: PictureOptions,
  open: PictureOpener = openPicture,
): Promise<Staged<Picture>> {
  const located = await locate(wish, options.roots)
  if (typeof located !== 'string') return { diagnostics: [located] }
  const read = async () => {
    const bytes = await readFile(located)
    const digest = digestOf(bytes)
    return { bytes, digest, picture: await open(bytes, digest) }
  }
  try {
    const { digest, picture } = await read()
    const { width, height } = picture
    const fileFor: Picture['fileFor'] = async (box) => {
      try {
        const again = await read()
        if (again.digest !== digest) return { diagnostics: [changed(wish)] }
        if (options.sizeOnly) {
          await proveWhole(again.bytes)
          return { diagnostics: [] }
        }
        return { value: await again.picture.coded(box, options), diagnostics: [] }
      } catch {
        return { diagnostics: [broken(wish)] }
      }
    }
    return { value: { width, height, digest, fileFor }, diagnostics: [] }
  } catch {
    return { diagnostics: [broken(wish)] }
  }
}

/** Digest of a picture's bytes; undefined when it is not in the allowed folders, or gone. */
export async function digestOfPicture(
  absolute: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const located = await whereabouts(absolute, roots)
  return located.real && digestOf(await readFile(located.real))
}

const broken = ({ src, place }: PictureWish): Diagnostic =>
  errorAt(place, {
    rule: 'image-broken',
    message: `图片“${src}”打不开：文件损坏，或不是图片。`,
    fix: '用看图软件打开检查，另存为 JPG 或 PNG 后放回原处。',
  })

const changed = ({ src, place }: PictureWish): Diagnostic =>
  errorAt(place, {
    rule: 'image-changed',
    message: `图片“${src}”在排版时被改动了。`,
    fix: '等它保存完，再生成一次。',
  })

/** The real path of a picture inside the allowed folders, or what is wrong with it. */
async function locate(wish: PictureWish, roots: readonly string[]): Promise<string | Diagnostic> {
  const { real, wrong } = await whereabouts(wish.absolute, roots)
  if (real !== undefined) return real
  return wrong === 'outside'
    ? errorAt(wish.place, {
        rule: 'image-outside',
        message: `图片“${wish.src}”在本期文件夹之外。`,
        fix: '把图片复制到本期的 images/ 里，再写成 images/文件名。',
      })
    : errorAt(wish.place, {
        rule: 'image-missing',
        message: `找不到图片“${wish.src}”。`,
        fix: '把图片放进 images/，或改正文件名（注意大小写和扩展名）。',
      })
}

type Whereabouts = { real: string; wrong?: undefined } | { real?: undefined; wrong: Wrong }
type Wrong = 'outside' | 'missing'

async function whereabouts(path: string, roots: readonly string[]): Promise<Whereabouts> {
  if (!liesIn(path, roots)) return { wrong: 'outside' }
  try {
    const real = await realpath(path)
    const realRoots = await Promise.all(roots.map((root) => realpath(root)))
    return liesIn(real, realRoots) ? { real } : { wrong: 'outside' }
  } catch {
    return { wrong: 'missing' }
  }
}

const liesIn = (file: string, folders: readonly string[]) =>
  folders.some((folder) => file.startsWith(folder.endsWith(sep) ? folder : folder + sep))
