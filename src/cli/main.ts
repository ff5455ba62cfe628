import { CommanderError } from 'commander'
import type { ExitCode } from '../model/exit-codes.js'
import { exitCodes } from '../model/exit-codes.js'
import { Fault } from '../model/fault.js'
import { bugText } from './bug-text.js'
import { Interrupted } from './interrupted.js'
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
import { harmless } from './terminal.js'
import { isTooManyFiles, tooManyFilesText } from './too-many-files.js'
import { usageMessage } from './usage-message.js'

/**
 * Runs the command line and sets the exit code of the process. No other function sets it. What a
 * command needs is imported when it is run.
 */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2))
}

async function run(words: string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.built
  const program = commandLine(
    async (targets, flags) => {
      const { buildAll } = await import('./run-build.js')
      code = await buildAll(targets, flags)
    },
    async (targets, flags) => {
      const { checkAll } = await import('./run-commands.js')
      code = await checkAll(targets, flags)
    },
  )
  addPrintCommand(program, async (targets, flags) => {
    const { printAll } = await import('./run-print.js')
    code = await printAll(targets, flags)
  })
  addTemplateCommand(program, async (request) => {
    const { doTemplate } = await import('./run-commands.js')
    code = await doTemplate(request)
  })
  addPreviewCommand(program, async (target, flags) => {
    const { previewIssue } = await import('./preview-process.js')
    code = await previewIssue(target, flags)
  })
  addImportCommand(program, async (targets, flags) => {
    const { importAll } = await import('./run-commands.js')
    code = await importAll(targets, flags)
  })
  addFetchCommand(program, async (targets, flags) => {
    const { fetchAll } = await import('./run-commands.js')
    code = await fetchAll(targets, flags)
  })
  addScaffoldCommands(program, {
    async onInit(folder, flags) {
      const { initPublication } = await import('./run-commands.js')
      code = await initPublication(folder, flags)
    },
    async onNew(kind, folder, flags) {
      const { makeNew } = await import('./run-commands.js')
      code = await makeNew(kind, folder, flags)
    },
  })
  addStatsCommand(program, async (targets, flags) => {
    const { countAll } = await import('./run-commands.js')
    code = await countAll(targets, flags)
  })
  addIndexCommand(program, async (targets, flags) => {
    const { indexAll } = await import('./run-commands.js')
    code = await indexAll(targets, flags)
  })
  addDoctorCommand(program, async (target, flags) => {
    const { examineHost } = await import('./run-commands.js')
    code = await examineHost(target, flags)
  })
  addCacheCommand(program, async (request) => {
    const { showCache } = await import('./run-commands.js')
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
    if (isTooManyFiles(error)) {
      say(tooManyFilesText)
      return exitCodes.environment
    }
    say(bugText(error))
    return exitCodes.bug
  }
}
