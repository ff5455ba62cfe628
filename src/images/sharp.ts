import type { SharpConstructor } from 'sharp'
import { Fault } from '../model/fault.js'

/** The most pixels that a picture may have: a photo has fifty million at most. */
export const mostPixels = 300_000_000

/**
 * The library that decodes and scales pictures, loaded when the first one is opened.
 *
 * @throws Fault `environment` when it cannot be loaded: its program for this machine is a package of
 * its own, which an installation may leave out.
 */
export async function loadSharp(): Promise<SharpConstructor> {
  try {
    return (await import('sharp')).default
  } catch (cause) {
    throw new Fault(
      'environment',
      '处理图片的程序（sharp）没有装好，图片都打不开；图片本身没有问题。',
      '在装 bulletin 的文件夹里运行 npm ci --include=optional，重新安装；从别的电脑复制来的 node_modules 不能用。',
      { cause },
    )
  }
}
