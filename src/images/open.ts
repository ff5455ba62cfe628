import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import { blocks } from '../model/diagnostic.js'
import { Fault } from '../model/fault.js'
import type { Box, PictureFile, PictureOptions, PictureRequest } from '../model/picture.js'
import type { Staged } from '../model/staged.js'
import { decode } from '../system/decode.js'
import { digestOf } from '../system/digest.js'
import { readWithin } from '../system/read-within.js'
import { type CalmRow, calmRows } from './calm-rows.js'
import { hold, taken } from './held.js'
import { foreignKind, isSvg } from './kind.js'
import { locate, nearestPicture } from './locate.js'
import { type OpenPicture, openPicture, type PictureOpener } from './scale.js'
import { referencesOf } from './svg-references.js'
import { svgSize } from './svg-size.js'
import { webTextsOf } from './svg-text.js'
import * as trouble from './trouble.js'
import { assertComplete } from './whole.js'

/** A picture whose size is known. Its pixels are read on demand. */
export interface Picture {
  /** Size of the source in px, after EXIF rotation. */
  width: number
  height: number
  /** True for SVG, which prints sharp at any size. */
  isVector: boolean
  /** As in OpenPicture. */
  late?: OpenPicture['late']
  /** Digest of the source's bytes. */
  digest: string
  /** The file that was read. Its spelling may differ from the request. */
  file: string
  /**
   * Scales it to a box on the page, for which the file may be read again; `lossless` as in
   * PictureOptions. Rejects only with a Fault.
   */
  fileFor(box: Box, lossless?: boolean): Promise<Staged<PictureFile>>
  /** Returns the rows at which it can be cut; empty if it is broken. */
  calmRows(): Promise<CalmRow[]>
}

/** Maximum file size, MB. A page scanned at press resolution has a hundred. */
const largest = 200
/** Longest side of an SVG, px: 26 m. Pictures of maps have some ten thousand. */
const longestDrawing = 100_000

/**
 * Reads the size of a picture, after EXIF rotation. The bytes of a few are held until they are coded,
 * those of the others are not, so that an issue may contain any number of pictures. Returns a
 * diagnostic if the picture is missing, is outside the folder, or cannot be decoded. Some
 * decoding errors are detected only by `fileFor`.
 *
 * @throws Fault `environment` if no picture can be read on this machine.
 */
export async function readPicture(
  request: PictureRequest,
  options: PictureOptions,
  open: PictureOpener = openPicture,
): Promise<Staged<Picture>> {
  const { file, wrong } = await locate(request.absolute, options.roots)
  if (wrong === 'outside') return { diagnostics: [trouble.outside(request)] }
  if (file === undefined) return { diagnostics: [await missing(request, options.roots)] }
  const roots = options.roots
  /** The bytes that had this digest, if the file still has them. */
  const again = async (digest: string) => {
    const before = taken(digest)
    if (before) return before
    const { bytes } = await readWithin(file, roots)
    return bytes && digestOf(bytes) === digest ? bytes : undefined
  }
  try {
    const diagnostic = await unfitFile(file, request)
    if (diagnostic) return { diagnostics: [diagnostic] }
    const { bytes, wrong } = await readWithin(file, roots)
    if (!bytes)
      return {
        diagnostics: [wrong === 'outside' ? trouble.outside(request) : trouble.changed(request)],
      }
    const isVector = isSvg(bytes)
    const diagnostics = isVector ? unfitDrawing(bytes, request) : unfitKind(bytes, request)
    if (blocks(diagnostics)) return { diagnostics: diagnostics }
    const digest = digestOf(bytes)
    const { width, height, late } = await open(bytes, digest)
    hold(digest, bytes)
    const fileFor: Picture['fileFor'] = async (box, lossless = options.lossless) => {
      try {
        const source = await again(digest)
        if (!source) return { diagnostics: [trouble.changed(request)] }
        if (options.sizeOnly) {
          await assertComplete(source)
          return { diagnostics: [] }
        }
        const picture = await open(source, digest)
        return { value: await picture.coded(box, { ...options, lossless }), diagnostics: [] }
      } catch (error) {
        return { diagnostics: [reasonOf(error, request)] }
      }
    }
    const calm = async () => {
      const { bytes } = await readWithin(file, roots)
      return bytes ? calmRows(bytes).catch(() => []) : []
    }
    const value = {
      width,
      height,
      isVector,
      ...(late && { late }),
      digest,
      file,
      fileFor,
      calmRows: calm,
    }
    return { value, diagnostics: diagnostics }
  } catch (error) {
    return { diagnostics: [reasonOf(error, request)] }
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
  if (file === undefined) return undefined
  const { bytes } = await readWithin(file, roots)
  return bytes && digestOf(bytes)
}

/**
 * Checks by metadata alone: devices cannot be read to their end, and oversized files should not be.
 */
async function unfitFile(file: string, request: PictureRequest): Promise<Diagnostic | undefined> {
  const collected = await stat(file)
  if (!collected.isFile()) return trouble.noFile(request, collected.isDirectory())
  if (collected.size === 0) return trouble.empty(request)
  const size = collected.size / 1e6
  return size > largest ? trouble.tooLarge(request, `${Math.round(size)} MB`) : undefined
}

function unfitKind(bytes: Buffer, request: PictureRequest): Diagnostic[] {
  const kind = foreignKind(bytes)
  return kind ? [trouble.foreign(request, kind)] : []
}

function unfitDrawing(bytes: Buffer, request: PictureRequest): Diagnostic[] {
  const text = decode(bytes).text ?? ''
  const { width = 0, height = 0 } = svgSize(text) ?? {}
  if (Math.max(width, height) > longestDrawing)
    return [trouble.tooLarge(request, `写的是宽 ${width}、高 ${height} 像素`)]
  const away = referencesOf(text).find(({ address }) => !/^data:/i.test(address))
  if (away) return [trouble.refersAway(request, away)]
  const words = webTextsOf(text)
  const first = words.find(({ hasSubstitute }) => !hasSubstitute) ?? words[0]
  return first ? [trouble.webText(request, first, words.length)] : []
}

/** @throws Fault if the error concerns the machine and not the picture. */
function reasonOf(error: unknown, request: PictureRequest): Diagnostic {
  if (error instanceof Fault) throw error
  const { message = '', code } = error as NodeJS.ErrnoException
  if (/pixel limit/.test(message)) return trouble.tooLarge(request, '超过三亿像素')
  if (/BMP size|whole size/.test(message)) return trouble.tooLarge(request, '超过一亿像素')
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return trouble.unreadable(request)
  return trouble.broken(request)
}

async function missing(request: PictureRequest, roots: readonly string[]): Promise<Diagnostic> {
  const near = await nearestPicture(request.absolute, roots)
  const asWritten = near && relative(request.from, near).split(sep).join('/')
  return trouble.missing(request, asWritten)
}
