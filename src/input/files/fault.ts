import { Fault } from '../../model/fault.js'

/** Descriptions of the system's error codes for editors. */
const REASONS: Record<string, string> = {
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  EMFILE: '同时打开的文件太多',
  ENFILE: '同时打开的文件太多',
  EIO: '磁盘读不出来',
  ENOENT: '它刚刚被移走了',
}

/**
 * Returns a handler for a rejected file-system call. The handler throws a `Fault` of kind
 * `environment` that names the path.
 */
export const environmentFault =
  (path: string) =>
  (cause: unknown): never => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const reason = REASONS[code] ?? `系统报告 ${code || '未知错误'}`
    throw new Fault(
      'environment',
      `读不了“${path}”：${reason}。`,
      '检查它的权限和磁盘，再试一次。',
      { cause },
    )
  }
