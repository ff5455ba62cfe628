import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { locate } from '../../images/locate.js'
import { readWithin } from '../../system/read-within.js'
import { excerpt } from '../../text/excerpt.js'

/** A picture that lies beside a manuscript, or why it is not taken. */
export type PictureBeside = { file: string; bytes: Buffer; reason?: undefined } | { reason: string }

/** Bytes: far more than any photograph. */
const largest = 200e6

/**
 * Reads a picture that a manuscript refers to. Only the manuscript's own folder and what is below it
 * is read.
 *
 * @param address as written: percent-encoded or not, with `/` or `\`.
 */
export async function pictureBeside(address: string, folder: string): Promise<PictureBeside> {
  const name = excerpt(address, 40)
  const missing = { reason: `没有找到图片“${name}”：放回稿件旁边再导入，或者改正文件名` }
  const path = resolve(folder, decoded(address.trim()).replaceAll('\\', '/'))
  const { file, wrong } = await locate(path, [folder])
  if (wrong === 'outside')
    return { reason: `图片“${name}”不在稿件的文件夹里，没有带过来：放到稿件旁边再导入` }
  const info = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !info?.isFile()) return missing
  if (info.size > largest) return { reason: `图片“${name}”太大，没有带过来` }
  const read = await readWithin(file, [folder]).catch(() => undefined)
  return read?.bytes ? { file, bytes: read.bytes } : missing
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
