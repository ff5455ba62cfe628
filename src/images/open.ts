import { readFile, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import { blocks } from '../model/diagnostic.js'
import { Fault } from '../model/fault.js'
import type { Box, PictureFile, PictureOptions, PictureRequest } from '../model/picture.js'
import type { Staged } from '../model/staged.js'
import { decode } from '../system/decode.js'
import { digestOf } from '../system/digest.js'
import { type CalmRow, calmRows } from './calm-rows.js'
import { foreignKind, isSvg } from './kind.js'
import { locate, nearestPicture } from './locate.js'
import { openPicture, type PictureOpener } from './scale.js'
import { referencesOf } from './svg-references.js'
import { webTextsOf } from './svg-text.js'
import * as trouble from './trouble.js'
import { proveWhole } from './whole.js'

/** A picture whose size is known. Its pixels are read on demand. */
export interface Picture {
  /** Size of the source in px, after EXIF rotation. */
  width: number
  height: number
  /** True for SVG, which prints sharp at any size. */
  isVector: boolean
  /** Digest of the source's bytes. */
  digest: string
  /** The file that was read. Its spelling may differ from the request. */
  file: string
  /** Reads the file again and scales it to a box on the page. Rejects only with a Fault. */
  fileFor(box: Box): Promise<Staged<PictureFile>>
  /** Returns the rows at which it can be cut; empty if it is broken. */
  calmRows(): Promise<CalmRow[]>
}

/** Maximum file size, MB. A page scanned at press resolution has a hundred. */
const largest = 200

/**
 * Reads the size of a picture, after EXIF rotation. The bytes are not kept, so that an issue may
 * contain any number of pictures. Returns a diagnostic if the picture is missing, is outside the
 * issue's folder, or cannot be decoded. Some decoding errors are detected only by `fileFor`.
 *
 * @throws Fault `environment` if no picture can be read on this machine.
 */
export async function readPicture(
  wish: PictureRequest,
  options: PictureOptions,
  open: PictureOpener = openPicture,
): Promise<Staged<Picture>> {
  const { file, wrong } = await locate(wish.absolute, options.roots)
  if (wrong === 'outside') return { diagnostics: [trouble.outside(wish)] }
  if (file === undefined) return { diagnostics: [await missing(wish, options.roots)] }
  const read = async () => {
    const bytes = await readFile(file)
    const digest = digestOf(bytes)
    return { bytes, digest, picture: await open(bytes, digest) }
  }
  try {
    const unfit = await unfitFile(file, wish)
    if (unfit) return { diagnostics: [unfit] }
    const bytes = await readFile(file)
    const isVector = isSvg(bytes)
    const said = isVector ? unfitDrawing(bytes, wish) : unfitKind(bytes, wish)
    if (blocks(said)) return { diagnostics: said }
    const digest = digestOf(bytes)
    const { width, height } = await open(bytes, digest)
    const fileFor: Picture['fileFor'] = async (box) => {
      try {
        const again = await read()
        if (again.digest !== digest) return { diagnostics: [trouble.changed(wish)] }
        if (options.sizeOnly) {
          await proveWhole(again.bytes)
          return { diagnostics: [] }
        }
        return { value: await again.picture.coded(box, options), diagnostics: [] }
      } catch (error) {
        return { diagnostics: [reasonOf(error, wish)] }
      }
    }
    const calm = async () => calmRows(await readFile(file)).catch(() => [])
    const value = { width, height, isVector, digest, file, fileFor, calmRows: calm }
    return { value, diagnostics: said }
  } catch (error) {
    return { diagnostics: [reasonOf(error, wish)] }
  }
}

/**
 * Returns the digest of a picture's bytes; undefined if it is outside the allowed folders or
 * missing.
 */
export async function digestOfPicture(
  absolute: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const { file } = await locate(absolute, roots)
  return file && digestOf(await readFile(file))
}

/**
 * Checks by metadata alone: devices cannot be read to their end, and oversized files should not be.
 */
async function unfitFile(file: string, wish: PictureRequest): Promise<Diagnostic | undefined> {
  const collected = await stat(file)
  if (!collected.isFile()) return trouble.noFile(wish, collected.isDirectory())
  if (collected.size === 0) return trouble.empty(wish)
  const size = collected.size / 1e6
  return size > largest ? trouble.tooLarge(wish, `${Math.round(size)} MB`) : undefined
}

function unfitKind(bytes: Buffer, wish: PictureRequest): Diagnostic[] {
  const kind = foreignKind(bytes)
  return kind ? [trouble.foreign(wish, kind)] : []
}

function unfitDrawing(bytes: Buffer, wish: PictureRequest): Diagnostic[] {
  const text = decode(bytes).text ?? ''
  const away = referencesOf(text).find(({ address }) => !/^data:/i.test(address))
  if (away) return [trouble.refersAway(wish, away)]
  const words = webTextsOf(text)
  const first = words.find(({ hasSubstitute }) => !hasSubstitute) ?? words[0]
  return first ? [trouble.webText(wish, first, words.length)] : []
}

/** @throws Fault if the error concerns the machine and not the picture. */
function reasonOf(error: unknown, wish: PictureRequest): Diagnostic {
  if (error instanceof Fault) throw error
  const { message = '', code } = error as NodeJS.ErrnoException
  if (/pixel limit|BMP size/.test(message)) return trouble.tooLarge(wish, '超过三亿像素')
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return trouble.unreadable(wish)
  return trouble.broken(wish)
}

async function missing(wish: PictureRequest, roots: readonly string[]): Promise<Diagnostic> {
  const near = await nearestPicture(wish.absolute, roots)
  const asWritten = near && relative(wish.from, near).split(sep).join('/')
  return trouble.missing(wish, asWritten)
}
