import { homedir } from 'node:os'
import type { World } from '../engine/world.js'
import type { ExitCode } from '../model/exit-codes.js'
import { closingAfter } from './closing-after.js'
import type { PrintFlags } from './options/print.js'
import { terminal } from './terminal.js'

/** Runs `bulletin print`. A browser is started only for an issue that has changed. */
export async function printAll(targets: readonly string[], flags: PrintFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const isLive = stderr.isTTY === true && !flags.json && !flags.quiet && env.CI === undefined
  const color = flags.color && stderr.isTTY === true && !env.NO_COLOR
  const [{ openCache, buildAnew }, { runPrint }] = await Promise.all([
    import('../engine/cache/index.js'),
    import('./commands/print.js'),
  ])
  const host = { cwd: process.cwd(), env, platform, home: homedir(), browser: flags.browser }
  const cache = await openCache(host, flags)
  let world: Promise<World> | undefined
  const openWorld = () => {
    world ??= import('../engine/system-world.js').then(async ({ createSystemWorld }) => {
      const open = await createSystemWorld({ ...host, cache })
      await open.warmUp()
      return open
    })
    return world
  }
  const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
  return closingAfter({ world: () => world, cache }, async () => {
    const shown = terminal({ stdout, stderr, color, live })
    const build = cache?.build ?? buildAnew
    return runPrint(targets, flags, { openWorld, build, env, terminal: shown })
  })
}
