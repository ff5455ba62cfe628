import { availableParallelism, homedir } from 'node:os'
import { buildAnew, openCache } from '../engine/cache/index.js'
import type { HostOptions } from '../engine/host.js'
import type { World } from '../engine/world.js'
import type { ExitCode } from '../model/exit-codes.js'
import { needsPages } from '../model/format.js'
import { closingAfter } from './closing-after.js'
import { runBuild, usualJobs } from './commands/build.js'
import type { BuildFlags } from './options/build.js'
import { formatsOf } from './requests.js'
import { terminal } from './terminal.js'

/** Runs `bulletin build`, connected to this process. A browser is started when pages are to be printed. */
export async function buildAll(targets: readonly string[], flags: BuildFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const isLive = stderr.isTTY === true && !flags.json && !flags.quiet && env.CI === undefined
  const color = flags.color && stderr.isTTY === true && !env.NO_COLOR
  const host = {
    cwd: process.cwd(),
    env,
    platform,
    home: homedir(),
    browser: flags.browser,
    browsers: Math.min(flags.jobs ?? usualJobs, availableParallelism()),
    watching: flags.watch,
  }
  const cache = await openCache(host, flags)
  let world: Promise<World> | undefined
  const prints = needsPages(formatsOf(flags), flags.html)
  const openWorld = (options?: { alone: boolean }) => {
    world ??= systemWorld({ ...host, ...options, cache }, prints)
    return world
  }
  return closingAfter({ world: () => world, cache }, async () => {
    const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
    const shown = terminal({ stdout, stderr, color, live })
    if (!flags.watch) {
      const build = cache?.build ?? buildAnew
      return await runBuild(targets, flags, { openWorld, build, env, terminal: shown })
    }
    const { runWatch } = await import('./commands/watch.js')
    const { statusOn } = await import('./status.js')
    const showStatus = statusOn({ live, write: (text) => void stderr.write(text) })
    return await runWatch(targets, flags, {
      openWorld,
      env,
      terminal: shown,
      showStatus,
      live: isLive,
    })
  })
}

/**
 * Creates the system world, and starts its browser when pages will be printed. Imported late: an
 * unchanged issue needs neither.
 */
async function systemWorld(host: HostOptions, prints: boolean): Promise<World> {
  const { createSystemWorld } = await import('../engine/system-world.js')
  const world = await createSystemWorld(host)
  if (prints) await world.warmUp()
  return world
}
