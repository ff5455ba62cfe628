import { Fault } from '../model/fault.js'

type DiskFaultText = { message: (folder: string) => string; hint: string }

const elsewhere = '把环境变量 BULLETIN_CACHE 设成一个可以写入的文件夹，再试一次。'

const readOnly: DiskFaultText = {
  message: (folder) => `不能在“${folder}”里写文件。`,
  hint: elsewhere,
}
const full: DiskFaultText = {
  message: (folder) => `磁盘满了，“${folder}”里写不下浏览器的文件（约 250 MB）。`,
  hint: '腾出一些空间，或把环境变量 BULLETIN_CACHE 设成另一个磁盘上的文件夹，再试一次。',
}

const byCode: Record<string, DiskFaultText> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOTDIR: readOnly,
  EEXIST: readOnly,
  ENOENT: readOnly,
}

/**
 * Returns the Fault for a failed write into `folder`; undefined if the cause is not a disk error.
 */
export function diskFault(cause: unknown, folder: string): Fault | undefined {
  const texts = byCode[(cause as NodeJS.ErrnoException).code ?? '']
  return texts && new Fault('environment', texts.message(folder), texts.hint, { cause })
}
