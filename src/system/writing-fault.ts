import { basename, extname } from 'node:path'
import { Fault } from '../model/fault.js'
import { namesFolder } from './folder-options.js'

/** A file that could not be written. */
interface Refused {
  path: string
  /** The option that names it or its folder; undefined when none does. */
  option: string | undefined
}

interface WritingFaultText {
  message: (path: string) => string
  hint: (refused: Refused) => string
}

/** 用 -o 换一个能写的位置，如 -o 桌面/通讯.pdf。 */
const elsewhere = ({ path, option }: Refused): string => {
  if (option === undefined) return '检查那个文件夹的权限，或换一个能写的位置。'
  const example = namesFolder(option) ? '桌面' : `桌面/${basename(path)}`
  return `用 ${option} 换一个能写的位置，如 ${option} ${example}。`
}

/** 用 -o 换一个文件名，如 -o 通讯.pdf。 */
const otherName = ({ path, option }: Refused, name: string): string =>
  option === undefined || namesFolder(option)
    ? '换一个名字，或先把它移走。'
    : `用 ${option} 换一个${name}，如 ${option} 通讯${extname(path)}。`

const noRoom: WritingFaultText = {
  message: (path) => `磁盘满了，写不下“${path}”；原来的文件没有动。`,
  hint: ({ option }) =>
    `腾出一些空间再试，或${option === undefined ? '' : `用 ${option} `}写到别的磁盘上。`,
}
// Windows reports EPERM or EBUSY for a file that another program has open, and for a read-only one.
const inUse: WritingFaultText = {
  message: (path) => `写不了“${path}”：没有写的权限，或者它正在别的程序里打开着。`,
  hint: (refused) =>
    `关掉正打开它的程序（WPS、Word、Acrobat、浏览器）再试；还不行，就${elsewhere(refused)}`,
}
const readOnly: WritingFaultText = {
  message: (path) => `“${path}”所在的磁盘是只读的，写不进去。`,
  hint: elsewhere,
}
const folderInTheWay: WritingFaultText = {
  message: (path) => `“${path}”是一个文件夹，不能写成文件。`,
  hint: (refused) =>
    refused.option === '-o'
      ? `${otherName(refused, '文件名').slice(0, -1)}；要放进文件夹里，用 --out-dir。`
      : otherName(refused, '文件名'),
}
const noPlainFile: WritingFaultText = {
  message: (path) => `“${path}”不是普通文件（是设备、管道之类），没有动它。`,
  hint: (refused) => otherName(refused, '文件名'),
}
const fileInTheWay: WritingFaultText = {
  message: (path) => `“${path}”上面有一级不是文件夹，而是文件，所以放不进去。`,
  hint: ({ option }) =>
    `给那个文件改个名，或${option === undefined ? '' : `用 ${option} `}换一个位置。`,
}
const longName: WritingFaultText = {
  message: (path) => `文件名太长：“${path}”。`,
  hint: (refused) =>
    namesFolder(refused.option)
      ? '把这一期的文件夹改成短一点的名字。'
      : otherName(refused, '短一点的文件名'),
}

/** The message and advice by error code: that of the system, or ENOTFILE for a device. */
const troubles = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  EACCES: inUse,
  EPERM: inUse,
  EBUSY: inUse,
  EROFS: readOnly,
  EISDIR: folderInTheWay,
  ENOTFILE: noPlainFile,
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENAMETOOLONG: longName,
} satisfies Record<string, WritingFaultText>

const other: WritingFaultText = {
  message: (path) => `写不了“${path}”；原来的文件没有动。`,
  hint: (refused) => `看看磁盘还在不在，再试一次；还不行，就${elsewhere(refused)}`,
}

/**
 * Converts an error from writing `path` to a Fault `environment`. An error without a system error
 * code is a bug of this program and is returned unchanged.
 * @param option the option that names the file or its folder, for the advice.
 */
export function writingFault(path: string, cause: unknown, option?: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (!/^E[A-Z0-9]+$/.test(code)) return cause
  const { message, hint } = Object.hasOwn(troubles, code)
    ? troubles[code as keyof typeof troubles]
    : other
  return new Fault('environment', message(path), hint({ path, option }), { cause })
}
