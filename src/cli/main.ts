import { availableParallelism, homedir } from 'node:os'
import { CommanderError } from 'commander'
import { buildAnew, openCache } from '../engine/cache/index.js'
import type { HostOptions } from '../engine/host.js'
import type { World } from '../engine/world.js'
import type { ExitCode } from '../model/exit-codes.js'
import { exitCodes } from '../model/exit-codes.js'
import { Fault } from '../model/fault.js'
import { needsPages } from '../model/format.js'
import { bugText } from './bug-text.js'
import { closingAfter } from './closing-after.js'
import { runBuild, usualJobs } from './commands/build.js'
import { Interrupted } from './interrupted.js'
import type { BuildFlags } from './options/build.js'
import { commandLine } from './options/build.js'
import { addCacheCommand } from './options/cache.js'
import { addCompletionCommand } from './options/completion.js'
import { addDoctorCommand } from './options/doctor.js'
import { addFetchCommand } from './options/fetch.js'
import { addImportCommand } from './options/import.js'
import { addPreviewCommand } from './options/preview.js'
import { addPrintCommand } from './options/print.js'
import { addScaffoldCommands } from './options/scaffold.js'
import { addStatsCommand } from './options/stats.js'
import { addTemplateCommand } from './options/template.js'
import { addIndexCommand } from './options/yearly-index.js'
import { formatsOf } from './requests.js'
import {
  checkAll,
  countAll,
  doTemplate,
  examineHost,
  fetchAll,
  importAll,
  indexAll,
  initPublication,
  makeNew,
  showCache,
} from './run-commands.js'
import { printAll } from './run-print.js'
import { harmless, terminal } from './terminal.js'
import { usageMessage } from './usage-message.js'

/** Runs the command line and sets the exit code of the process. No other function sets it. */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2))
}

async function run(words: string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.built
  const program = commandLine(
    async (targets, flags) => {
      code = await buildAll(targets, flags)
    },
    async (targets, flags) => {
      code = await checkAll(targets, flags)
    },
  )
  addPrintCommand(program, async (targets, flags) => {
    code = await printAll(targets, flags)
  })
  addTemplateCommand(program, async (request) => {
    code = await doTemplate(request)
  })
  addPreviewCommand(program, async (target, flags) => {
    const { previewIssue } = await import('./preview-process.js')
    code = await previewIssue(target, flags)
  })
  addImportCommand(program, async (targets, flags) => {
    code = await importAll(targets, flags)
  })
  addFetchCommand(program, async (targets, flags) => {
    code = await fetchAll(targets, flags)
  })
  addScaffoldCommands(program, {
    async onInit(folder, flags) {
      code = await initPublication(folder, flags)
    },
    async onNew(kind, folder, flags) {
      code = await makeNew(kind, folder, flags)
    },
  })
  addStatsCommand(program, async (targets, flags) => {
    code = await countAll(targets, flags)
  })
  addIndexCommand(program, async (targets, flags) => {
    code = await indexAll(targets, flags)
  })
  addDoctorCommand(program, async (target, flags) => {
    code = await examineHost(target, flags)
  })
  addCacheCommand(program, async (request) => {
    code = await showCache(request)
  })
  addCompletionCommand(program, {
    async onScript(shell) {
      const { printScript } = await import('./commands/completion.js')
      printScript(shell)
    },
    async onWords(words) {
      const { printSuggestions } = await import('./commands/completion.js')
      printSuggestions(program, words, process.cwd())
    },
  })
  // commander's error messages are English, so they are suppressed; only help and version are
  // printed.
  for (const command of [program, ...program.commands])
    command.configureOutput({ outputError: () => {} })
  const say = (text: string) => void process.stderr.write(`${harmless(text)}\n`)
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.built
      if (words.length === 0 || error.code === 'commander.help') {
        return exitCodes.usage
      }
      const { message, hint } = usageMessage(error, program, words)
      say(`${message}\n改法：${hint}`)
      return exitCodes.usage
    }
    if (error instanceof Interrupted) return exitCodes.interrupted
    if (error instanceof Fault) {
      say(`${error.message}\n改法：${error.hint}`)
      return exitCodes[error.kind]
    }
    say(bugText(error))
    return exitCodes.bug
  }
}

async function buildAll(targets: readonly string[], flags: BuildFlags): Promise<ExitCode> {
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
