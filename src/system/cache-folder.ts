import os from 'node:os'
import path from 'node:path'
import { Fault } from '../model/fault.js'

/** @throws {Fault} `environment` when the user has no home folder. */
export async function cacheFolderOf(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.BULLETIN_CACHE) return path.resolve(env.BULLETIN_CACHE)
  try {
    // Imported late: the package reads the home folder when it is loaded, and some containers have
    // none.
    const { default: envPaths } = await import('env-paths')
    const { cache } = envPaths('bulletin', { suffix: '' })
    // An empty HOME gives a relative path; the system's user record has the real home folder.
    return path.isAbsolute(cache) ? cache : path.resolve(os.userInfo().homedir, cache)
  } catch (cause) {
    throw new Fault(
      'environment',
      '不知道把浏览器的文件放在哪里：当前用户没有自己的文件夹。',
      '把环境变量 BULLETIN_CACHE 设成一个可以写入的文件夹，如 BULLETIN_CACHE=/var/cache/bulletin。',
      { cause },
    )
  }
}
