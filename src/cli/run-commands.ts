import { availableParallelism, homedir } from 'node:os'
import { relative } from 'node:path'
import type { ExitCode } from '../model/exit-codes.js'
import { atInterrupt } from './at-interrupt.js'
import { closingAfter } from './closing-after.js'
import type { CacheRequest } from './options/cache.js'
import type { CheckFlags } from './options/check.js'
import type { DoctorFlags } from './options/doctor.js'
import type { FetchFlags } from './options/fetch.js'
import type { ImportFlags } from './options/import.js'
import type { InitFlags, NewFlags, NewKind } from './options/scaffold.js'
import type { StatsFlags } from './options/stats.js'
import type { TemplateRequest } from './options/template.js'
import type { IndexFlags } from './options/yearly-index.js'
import type { ScaffoldHost } from './scaffold-host.js'
import { textOf } from './source-text.js'
import { terminal } from './terminal.js'

/*
 * Every command except `build`, connected to this process: working directory, environment,
 * terminal, signals. Each command imports its code when it is run.
 */

/** Runs `bulletin cache`: shows or clears the cache folder. */
export async function showCache(request: CacheRequest): Promise<ExitCode> {
  const { runCache } = await import('./commands/cache.js')
  const { env, stdout, stderr } = process
  return await runCache(request, { env, terminal: terminal({ stdout, stderr, color: false }) })
}

/** Runs `bulletin template`. Needs neither a browser nor an issue. */
export async function doTemplate(request: TemplateRequest): Promise<ExitCode> {
  const { env, stdout, stderr } = process
  const color = stderr.isTTY === true && !env.NO_COLOR
  const { runTemplate } = await import('./commands/template.js')
  const displayPath = (path: string) => relative(process.cwd(), path) || path
  const shown = terminal({ stdout, stderr, color })
  return await runTemplate(request, { terminal: shown, displayPath, textOf })
}

/** Runs `bulletin check`. No browser is started; articles that have not changed are not parsed again. */
export async function checkAll(targets: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const color = flags.color && stdout.isTTY === true && !env.NO_COLOR
  const [{ openCache }, { createSystemWorld }, { runCheck }] = await Promise.all([
    import('../engine/cache/index.js'),
    import('../engine/system-world.js'),
    import('./commands/check.js'),
  ])
  const host = { cwd: process.cwd(), env, platform, home: homedir() }
  const cache = await openCache(host, { force: false })
  const world = createSystemWorld({ ...host, cache })
  return closingAfter({ world: () => world, cache }, async () => {
    const shown = terminal({ stdout, stderr, color })
    return await runCheck(targets, flags, { world: await world, terminal: shown, textOf })
  })
}

/** Runs `bulletin doctor`. A browser is started only to verify that it can be. */
export async function examineHost(
  target: string | undefined,
  flags: DoctorFlags,
): Promise<ExitCode> {
  const { env, platform, stdout, stderr, version } = process
  const color = flags.color && stdout.isTTY === true && !env.NO_COLOR
  const host = { cwd: process.cwd(), env, platform, home: homedir(), browser: flags.browser }
  const [{ createSystemWorld }, { runDoctor }] = await Promise.all([
    import('../engine/system-world.js'),
    import('./commands/doctor.js'),
  ])
  const world = await createSystemWorld(host)
  return closingAfter({ world: () => Promise.resolve(world) }, async () => {
    const shown = terminal({ stdout, stderr, color })
    return await runDoctor(target, flags, { host: { ...host, version }, world, terminal: shown })
  })
}

/** Runs `bulletin fetch`, the only command that accesses the network. */
export async function fetchAll(targets: readonly string[], flags: FetchFlags): Promise<ExitCode> {
  const { env, stdout, stderr } = process
  const isLive = stderr.isTTY === true && env.CI === undefined
  const color = flags.color && stderr.isTTY === true && !env.NO_COLOR
  const [{ runFetch }, { statusOn }, { lookup }] = await Promise.all([
    import('./commands/fetch.js'),
    import('./status.js'),
    import('node:dns/promises'),
  ])
  const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
  const interruption = new AbortController()
  const stopListening = atInterrupt(() => interruption.abort())
  try {
    return await runFetch(targets, flags, {
      cwd: process.cwd(),
      terminal: terminal({ stdout, stderr, color, live }),
      showStatus: statusOn({ live, write: (text) => void stderr.write(text) }),
      resolve: (host) => lookup(host, { all: true }),
      signal: interruption.signal,
    })
  } finally {
    stopListening()
  }
}

/** Runs `bulletin import`. Asks for sections when stdin and stdout are terminals. */
export async function importAll(targets: readonly string[], flags: ImportFlags): Promise<ExitCode> {
  const { env, stdin, stdout, stderr } = process
  const isLive = stderr.isTTY === true && env.CI === undefined
  const asks = stdin.isTTY === true && stdout.isTTY === true && env.CI === undefined
  const color = flags.color && stderr.isTTY === true && !env.NO_COLOR
  const [{ runImport }, { statusOn }] = await Promise.all([
    import('./commands/import.js'),
    import('./status.js'),
  ])
  const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
  const showStatus = statusOn({ ...(live && { live }), write: () => {} })
  return await runImport(targets, flags, {
    cwd: process.cwd(),
    env,
    terminal: terminal({ stdout, stderr, color, ...(live && { live }) }),
    showStatus: (text) => showStatus('import', text),
    ...(asks && { prompts: (await import('./prompts.js')).terminalPrompts }),
  })
}

/** Runs `bulletin init`. */
export async function initPublication(folder: string, flags: InitFlags): Promise<ExitCode> {
  const { runInit } = await import('./commands/init.js')
  return await runInit(folder, flags, await scaffoldHost())
}

/** Runs `bulletin new`. */
export async function makeNew(kind: NewKind, folder: string, flags: NewFlags): Promise<ExitCode> {
  const { runNew } = await import('./commands/new.js')
  return await runNew(kind, folder, flags, await scaffoldHost())
}

/** Questions are asked only when input and output are terminals, and never on a build server. */
async function scaffoldHost(): Promise<ScaffoldHost> {
  const { env, stdin, stdout, stderr } = process
  const isInteractive = stdin.isTTY === true && stdout.isTTY === true && env.CI === undefined
  return {
    cwd: process.cwd(),
    today: today(),
    terminal: terminal({ stdout, stderr, color: false }),
    displayPath: (path) => relative(process.cwd(), path) || '.',
    ...(isInteractive && { prompts: (await import('./prompts.js')).terminalPrompts }),
  }
}

/** Runs `bulletin stats`. No browser is started; unchanged issues come from the cache. */
export async function countAll(targets: readonly string[], flags: StatsFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const [{ openCache }, { createSystemWorld }, { contributionsReader }, { runStats }] =
    await Promise.all([
      import('../engine/cache/index.js'),
      import('../engine/system-world.js'),
      import('../engine/contributions.js'),
      import('./commands/stats.js'),
    ])
  const cwd = process.cwd()
  const host = { cwd, env, platform, home: homedir() }
  const cache = await openCache(host, { force: false })
  const world = await createSystemWorld({ ...host, cache })
  const isLive = stderr.isTTY === true && !flags.json && !flags.quiet && env.CI === undefined
  const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
  try {
    return await runStats(targets, flags, {
      cwd,
      today: today(),
      world,
      readContributions: contributionsReader(world, cache?.contributions),
      terminal: terminal({ stdout, stderr, color: stderr.isTTY === true && !env.NO_COLOR, live }),
      showStatus: (text) => live?.show(text),
      textOf,
    })
  } finally {
    live?.clear()
    await Promise.all([world.close(), cache?.store.settle()])
  }
}

/** Runs `bulletin index`. A browser is started for issues that are not in the cache, and for a PDF. */
export async function indexAll(targets: readonly string[], flags: IndexFlags): Promise<ExitCode> {
  const { env, platform, stdout, stderr } = process
  const [{ openCache, provedAnew }, { createSystemWorld }, { contributionsReader }, { runIndex }] =
    await Promise.all([
      import('../engine/cache/index.js'),
      import('../engine/system-world.js'),
      import('../engine/contributions.js'),
      import('./commands/yearly-index.js'),
    ])
  const browsers = Math.min(2, availableParallelism())
  const host = {
    cwd: process.cwd(),
    env,
    platform,
    home: homedir(),
    browser: flags.browser,
    browsers,
  }
  const cache = await openCache(host, { force: false })
  const world = await createSystemWorld({ ...host, cache })
  const isLive = stderr.isTTY === true && !flags.json && !flags.quiet && env.CI === undefined
  const live = isLive ? (await import('./live-text.js')).liveText(stderr) : undefined
  const opened = { world: () => Promise.resolve(world), cache }
  return closingAfter(opened, () =>
    runIndex(targets, flags, {
      cwd: host.cwd,
      env,
      openWorld: async () => world,
      build: cache?.prove ?? provedAnew,
      readContributions: contributionsReader(world, cache?.contributions),
      terminal: terminal({ stdout, stderr, color: stderr.isTTY === true && !env.NO_COLOR, live }),
      showStatus: (text) => live?.show(text),
    }).finally(() => live?.clear()),
  )
}

/** Today's date in the local time zone. */
const today = () => {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
