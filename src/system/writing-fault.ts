import { Fault } from '../model/fault.js'

interface WritingFaultText {
  message: (path: string) => string
  hint: string
}

const elsewhere = '用 -o 换一个能写的位置，如 -o 桌面/通讯.pdf。'

const noRoom: WritingFaultText = {
  message: (path) => `磁盘满了，写不下“${path}”；原来的文件没有动。`,
  hint: '腾出一些空间再试，或用 -o 写到别的磁盘上。',
}
// Windows reports EPERM or EBUSY for a file that another program has open, and for a read-only one.
const inUse: WritingFaultText = {
  message: (path) => `写不了“${path}”：没有写的权限，或者它正在别的程序里打开着。`,
  hint: `关掉正打开这个 PDF 的程序（WPS、Acrobat、浏览器）再试；还不行，就${elsewhere}`,
}
const readOnly: WritingFaultText = {
  message: (path) => `“${path}”所在的磁盘是只读的，写不进去。`,
  hint: elsewhere,
}
const folderInTheWay: WritingFaultText = {
  message: (path) => `“${path}”是一个文件夹，不能写成 PDF。`,
  hint: '用 -o 换一个文件名，如 -o 通讯.pdf；要放进文件夹里，用 --out-dir。',
}
const fileInTheWay: WritingFaultText = {
  message: (path) => `“${path}”上面有一级不是文件夹，而是文件，所以放不进去。`,
  hint: '给那个文件改个名，或用 -o 换一个位置。',
}
const longName: WritingFaultText = {
  message: (path) => `文件名太长：“${path}”。`,
  hint: '用 -o 换一个短一点的文件名，如 -o 通讯.pdf。',
}

/** The message and advice by system error code. */
const troubles = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  EACCES: inUse,
  EPERM: inUse,
  EBUSY: inUse,
  EROFS: readOnly,
  EISDIR: folderInTheWay,
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENAMETOOLONG: longName,
} satisfies Record<string, WritingFaultText>

const other: WritingFaultText = {
  message: (path) => `写不了“${path}”；原来的文件没有动。`,
  hint: `看看磁盘还在不在，再试一次；还不行，就${elsewhere}`,
}

/**
 * Converts an error from writing `path` to a Fault `environment`. An error without a system error
 * code is a bug of this program and is returned unchanged.
 */
export function writingFault(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (!/^E[A-Z0-9]+$/.test(code)) return cause
  const { message, hint } = Object.hasOwn(troubles, code)
    ? troubles[code as keyof typeof troubles]
    : other
  return new Fault('environment', message(path), hint, { cause })
}
