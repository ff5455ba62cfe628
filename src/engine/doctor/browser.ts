import { canSandbox } from '../../browser/flags.js'
import { browserHere } from '../../browser/here.js'
import { openBrowser } from '../../browser/index.js'
import { Fault } from '../../model/fault.js'
import type { Health } from '../../model/health.js'

/**
 * Finds the browser, starts it, prints an empty page and closes it. Faults are returned as results.
 */
export async function browserHealth(options: {
  env: NodeJS.ProcessEnv
  cacheFolder: string
  executable?: string
}): Promise<Health[]> {
  try {
    const found = await browserHere(options.env, options.executable)
    const where =
      found.kind === 'program' ? found.path : found.kind === 'remote' ? found.url : '随包带来的'
    const open = await openBrowser(options)
    try {
      const page = await open.newPage()
      await open.during(async () => void (await page.pdf()))
    } finally {
      await open.close()
    }
    const version = `${open.name} ${open.version}`
    return [
      { name: 'browser', state: 'ok', message: `浏览器：${version}（${where}），能启动，能打印` },
      ...(found.kind === 'remote' ? [] : [sandboxHealth(options.env)]),
    ]
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [{ name: 'browser', state: 'error', message: error.message, hint: error.hint }]
  }
}

function sandboxHealth(env: NodeJS.ProcessEnv): Health {
  if (canSandbox(env)) return { name: 'sandbox', state: 'ok', message: '浏览器的沙箱开着' }
  return {
    name: 'sandbox',
    state: 'warning',
    message: env.BULLETIN_NO_SANDBOX
      ? '浏览器的沙箱没有开：设了环境变量 BULLETIN_NO_SANDBOX。'
      : '浏览器的沙箱没有开：root 用户不能用。',
    hint: env.BULLETIN_NO_SANDBOX
      ? '不是非关不可的，删去这个环境变量。'
      : '换一个普通用户运行；只排自己的稿件，不换也可以。',
  }
}
