import { homedir } from 'node:os'
import type { World } from '../engine/world.js'
import type { ExitCode } from '../model/exit-codes.js'
import { atInterrupt } from './at-interrupt.js'
import type { PreviewFlags } from './options/preview.js'
import { terminal } from './terminal.js'

/**
 * Runs `bulletin preview`. Ends with the terminal: on Ctrl-C, and when it is closed. The default
 * browser is opened by itself only from a terminal.
 */
export async function previewIssue(target: string, flags: PreviewFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const cwd = process.cwd()
  const [{ createSystemWorld }, { openCache }, { runPreview }] = await Promise.all([
    import('../engine/system-world.js'),
    import('../engine/cache/index.js'),
    import('./commands/preview.js'),
  ])
  const host = { cwd, env, platform, home: homedir(), browser: flags.browser, watching: true }
  // Articles that stay as they are keep their HTML from build to build, and their pictures.
  const cache = await openCache(host, { force: false })
  let world: Promise<World> | undefined
  const openWorld = () => {
    world ??= createSystemWorld({ ...host, cache }).then(async (made) => {
      await made.warmUp()
      return made
    })
    return world
  }
  const ending = new AbortController()
  const stopListening = atInterrupt(() => ending.abort())
  try {
    return await runPreview(target, flags, {
      openWorld,
      cwd,
      env,
      terminal: terminal({ stdout, stderr, color: false }),
      opensUsually: stderr.isTTY === true && env.CI === undefined,
      signal: ending.signal,
      async openBrowser(address) {
        const { default: open } = await import('open')
        const child = await open(address).catch(() => undefined)
        child?.on('error', () => {})
      },
    })
  } finally {
    await Promise.all([
      world?.then(
        (made) => made.close(),
        () => {},
      ),
      cache?.store.settle(),
    ])
    stopListening()
  }
}
