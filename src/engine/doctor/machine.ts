import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Health } from '../../model/health.js'
import { makeFolder } from '../../system/make-folder.js'
import { bytesOf, cacheEntries } from '../cache/contents.js'

/**
 * Free bytes below which a build may fail, for a large issue with its pictures and the browser
 * profile.
 */
const minimumFree = 100 * 1_048_576
/** Free bytes below which the following issues may not fit. */
const comfortableFree = 1024 * 1_048_576

/** Checks the Node version against the range in package.json. */
export function nodeHealth(version: string): Health {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  return supported
    ? { name: 'node', state: 'ok', message: `Node.js ${version}` }
    : {
        name: 'node',
        state: 'error',
        message: `Node.js ${version} 不在支持的版本里。`,
        hint: '从 nodejs.org 装 Node.js 22 或 24 的长期支持版。',
      }
}

/** Checks whether pictures can be read and scaled. */
export async function picturesHealth(): Promise<Health> {
  try {
    const { default: sharp } = await import('sharp')
    return { name: 'pictures', state: 'ok', message: `图片处理（sharp ${sharp.versions.sharp}）` }
  } catch {
    return {
      name: 'pictures',
      state: 'error',
      message: '图片处理的程序（sharp）装不上或打不开。',
      hint: '删去 node_modules，重新运行 npm ci；换了电脑或系统要重装。',
    }
  }
}

/** Checks whether the cache folder is writable, and reports its size. */
export async function cacheHealth(folder: string): Promise<Health> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch {
    return {
      name: 'cache',
      state: 'error',
      message: `缓存文件夹“${folder}”写不进去；浏览器也解开在那里。`,
      hint: '检查它的权限，或把环境变量 BULLETIN_CACHE 设成一个可以写入的文件夹。',
    }
  }
  const kinds = ['builds', 'fonts', 'compiled', 'browser'] as const
  const all = await Promise.all(kinds.map((kind) => cacheEntries(folder, kind)))
  return {
    name: 'cache',
    state: 'ok',
    message: `缓存：${folder}，${inMb(await bytesOf(all.flat()))}`,
  }
}

/** Checks the free space in the output folder. */
export async function diskHealth(folder: string): Promise<Health> {
  const collected = await statfs(folder).catch(() => undefined)
  if (!collected) return { name: 'disk', state: 'ok', message: `磁盘：“${folder}”的空间看不到` }
  const free = collected.bavail * collected.bsize
  const message = `磁盘：“${folder}”还有 ${inMb(free)}`
  if (free >= comfortableFree) return { name: 'disk', state: 'ok', message }
  return {
    name: 'disk',
    state: free < minimumFree ? 'error' : 'warning',
    message: `${message}，${free < minimumFree ? '不够用了' : '不多了'}。`,
    hint: '删去不用的文件；缓存用 bulletin cache clear 清空。',
  }
}

/** Checks whether a PDF can be written to a folder. */
export async function writeHealth(folder: string): Promise<Health> {
  const isOpen = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  return isOpen
    ? { name: 'write', state: 'ok', message: `“${folder}”可以写入` }
    : {
        name: 'write',
        state: 'error',
        message: `“${folder}”不能写入，PDF 存不下来。`,
        hint: '换一个文件夹，或用 --out-dir 存到别处。',
      }
}

/** Checks whether the locale lets the terminal show Chinese. On Windows it always does. */
export function localeHealth(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Health {
  const [locale = ''] = [env.LC_ALL, env.LC_CTYPE, env.LANG].filter((value) => value)
  if (platform === 'win32' || /utf-?8/i.test(locale)) {
    return { name: 'locale', state: 'ok', message: `语言环境：${locale || 'Windows'}` }
  }
  return {
    name: 'locale',
    state: 'warning',
    message: `语言环境是“${locale || '没有设'}”，终端里的汉字可能显示成乱码；排版不受影响。`,
    hint: '先运行 export LANG=C.UTF-8（或 zh_CN.UTF-8）。',
  }
}

/** Returns the default output folder of a target: the folder that contains it. */
export const defaultOutputFolder = (target: string): string => dirname(target)

const inMb = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`
