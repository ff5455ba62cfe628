/** Said when the program's own files cannot be opened because too many are open already. */
export const tooManyFilesText =
  '同时打开的文件太多，程序装不起来。\n改法：关掉一些程序再试；Linux、macOS 上先运行 ulimit -n 1024。'

/** Whether an error says that the process, or the system, has too many files open. */
export const isTooManyFiles = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE')
