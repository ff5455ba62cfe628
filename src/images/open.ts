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

/** A picture of which the size is known, and soon the rest. */
export interface Picture {
  /** Size of the source in px, turned upright. */
  width: number
  height: number
  /** Drawn of lines: it prints sharp at any size. */
  isVector: boolean
  /** Of the source's bytes. */
  digest: string
  /** The file that was read, which may be spelt otherwise than the wish. */
  file: string
  /** Reads it once more and scales it to a box on the page. Rejects with a Fault alone. */
  fileFor(box: Box): Promise<Staged<PictureFile>>
  /** Where it can be cut across; nowhere when it is broken. */
  calmRows(): Promise<CalmRow[]>
}

/** The largest file that is read, MB: a page scanned as finely as a press needs it has a hundred. */
const largest = 200

/**
 * Reads the head of a picture: its size, turned upright (EXIF). Its bytes are let go, so that an
 * issue may hold any number. Says what is wrong with a picture that is missing, lies outside the
 * issue, or cannot be decoded; the last may only show in its file.
 *
 * @throws Fault `environment` when no picture can be read on this machine.
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

/** Digest of a picture's bytes; undefined when it is not in the allowed folders, or gone. */
export async function digestOfPicture(
  absolute: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const { file } = await locate(absolute, roots)
  return file && digestOf(await readFile(file))
}

/** What cannot be read to its end, or had better not be, is told without reading it. */
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

/** @throws Fault that is one of the machine, and not of the picture. */
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
