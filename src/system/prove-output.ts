import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { Fault } from '../model/fault.js'
import { namesFolder } from './folder-options.js'
import { startOf } from './start-of.js'

/** A file that is about to be written. */
export interface Output {
  /** Path as typed. */
  path: string
  /** The option that gives the path, for messages. */
  option: string
  /** The kind of file, as messages call it. */
  kind: keyof typeof kinds
}

/** By kind: the allowed extensions, and the pattern at the start of such a file. */
const kinds = {
  PDF: { endings: ['.pdf'], start: /%PDF-/ },
  Word: { endings: ['.docx'], start: /^PK\x03\x04/ },
  HTML: { endings: ['.html', '.htm'], start: /^\s*<(?:!doctype\s+html|html)\b/i },
  'Trace Event': { endings: ['.json'], start: /^\s*[[{]/ },
} as const

/** @throws {Fault} `usage` otherwise. */
export async function proveOutput({ path, option, kind }: Output): Promise<void> {
  const absolute = resolve(path)
  const found = await stat(absolute).catch(() => undefined)
  const suggestion = `${option} ${withExtensionOf(path, kind)}`
  if (path.trim() === '') {
    throw new Fault(
      'usage',
      `${option} 后面是空的。`,
      `写上文件名，如 ${option} 通讯${ending(kind)}。`,
    )
  }
  if (found?.isDirectory() || /[\\/]$/.test(path)) {
    const into = option === '-o' ? `；要放进这个文件夹，用 --out-dir ${path}` : ''
    const hint = namesFolder(option) ? otherPlace(option, kind) : `写成 ${suggestion}${into}。`
    throw new Fault('usage', `“${path}”是一个文件夹，不能写成 ${kind}。`, hint)
  }
  if (!endsAs(path, kind)) {
    const kept = found ? '，没有动它' : ''
    const message = `“${path}”不是 ${kind} 的文件名${kept}。`
    throw new Fault('usage', message, `文件名以 ${ending(kind)} 结尾：${suggestion}。`)
  }
  if (!found) return proveFolder(path)
  if (!found.isFile()) {
    const message = `“${path}”不是普通文件（是设备、管道之类），不能写成 ${kind}。`
    throw new Fault('usage', message, otherPlace(option, kind))
  }
  const real = await realpath(absolute)
  if (!endsAs(real, kind)) {
    const message = `“${path}”是指向“${basename(real)}”的链接，写进去会毁掉那个文件，没有动它。`
    throw new Fault('usage', message, `换一个文件名，或先删去这个链接。`)
  }
  if (found.nlink > 1 && found.size > 0 && !kinds[kind].start.test(await startOf(real))) {
    const message = `“${path}”和另一个文件是同一个文件（硬链接），里面不是 ${kind}，没有动它。`
    throw new Fault('usage', message, otherPlace(option, kind))
  }
}

/** @throws {Fault} `usage` when a file is in place of a folder. */
export async function proveFolder(path: string, typed = path): Promise<void> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found?.isDirectory() || folder === dirname(folder)) return
    if (!found) continue
    throw new Fault(
      'usage',
      `“${typed}”放不进去：“${basename(folder)}”是文件，不是文件夹。`,
      '换一个位置；要用这个名字的文件夹，先把那个文件改名。',
    )
  }
}

const otherPlace = (option: string, kind: Output['kind']): string =>
  namesFolder(option)
    ? `先把它移走，或用 ${option} 换一个文件夹。`
    : `换一个文件名，如 ${option} 通讯${ending(kind)}。`

const endsAs = (path: string, kind: Output['kind']): boolean =>
  kinds[kind].endings.some((one) => one === extname(path).toLowerCase())

const ending = (kind: Output['kind']): string => kinds[kind].endings[0]

/** Returns the path with the extension of its kind. */
function withExtensionOf(path: string, kind: Output['kind']): string {
  const bare = path.replace(/[\\/]+$/, '') || '通讯'
  const known = /^\.[a-z][a-z0-9]{0,7}$/i.test(extname(bare))
  return `${known ? bare.slice(0, -extname(bare).length) : bare}${ending(kind)}`
}
