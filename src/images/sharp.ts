import type { SharpConstructor } from 'sharp'
import { Fault } from '../model/fault.js'

/** Maximum number of pixels of a picture. A photo has at most fifty million. */
export const mostPixels = 300_000_000
/**
 * Maximum number of pixels of a picture that must be decoded whole before it can be scaled: six bytes
 * for each make 600 MB.
 */
export const mostPixelsWhole = 100_000_000

/**
 * Loads the library that decodes and scales pictures.
 *
 * @throws Fault `environment` if it cannot be loaded: its binary for this platform is a separate
 * package, which an installation may lack.
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
