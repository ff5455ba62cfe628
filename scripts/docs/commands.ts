import type { Command } from 'commander'
import { commandLine } from '../../src/cli/options/build.js'
import { addCacheCommand } from '../../src/cli/options/cache.js'
import { addCompletionCommand } from '../../src/cli/options/completion.js'
import { addDoctorCommand } from '../../src/cli/options/doctor.js'
import { addFetchCommand } from '../../src/cli/options/fetch.js'
import { addImportCommand } from '../../src/cli/options/import.js'
import { addPreviewCommand } from '../../src/cli/options/preview.js'
import { addPrintCommand } from '../../src/cli/options/print.js'
import { addScaffoldCommands } from '../../src/cli/options/scaffold.js'
import { addStatsCommand } from '../../src/cli/options/stats.js'
import { addTemplateCommand } from '../../src/cli/options/template.js'
import { addIndexCommand } from '../../src/cli/options/yearly-index.js'
import { code, table } from './table.js'

const nothing = async () => {}

/** Returns the complete command line with commands that do nothing. */
export function program(): Command {
  const all = commandLine(nothing)
  addPrintCommand(all, nothing)
  addTemplateCommand(all, nothing)
  addPreviewCommand(all, nothing)
  addImportCommand(all, nothing)
  addFetchCommand(all, nothing)
  addScaffoldCommands(all, { onInit: nothing, onNew: nothing })
  addStatsCommand(all, nothing)
  addIndexCommand(all, nothing)
  addDoctorCommand(all, nothing)
  addCacheCommand(all, nothing)
  addCompletionCommand(all, { onScript: nothing, onWords: nothing })
  return all
}

/**
 * Returns the table of all commands with their arguments and descriptions from `--help`. A command
 * group is represented by its subcommands.
 */
export const commandsTable = (): string =>
  table(
    ['命令', '作用'],
    program()
      .commands.flatMap((command) => [
        ...(command.registeredArguments.length > 0 || command.name() === 'cache' ? [command] : []),
        ...command.commands,
      ])
      .filter((command) => command.description() !== '')
      .map((command) => [code(called(command)), command.description()]),
  )

/** @throws {Error} when there is no such command. */
export const optionsTable = (...path: readonly string[]): string => {
  const command = path.reduce<Command | undefined>(
    (above, name) => above?.commands.find((one) => one.name() === name),
    program(),
  )
  if (command === undefined) throw new Error(`there is no command ${path.join(' ')}`)
  return table(
    ['选项', '作用'],
    [
      ...command.options.map(({ flags, description }) => [code(flags), description]),
      [code('-h, --help'), '显示帮助'],
    ],
  )
}

/** Returns a command as it is typed. */
function called(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const dots = argument.variadic ? '...' : ''
    return argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`
  })
  return [...pathOf(command), ...words].join(' ').replaceAll('......', '...')
}

const pathOf = (command: Command): string[] => [
  ...(command.parent === null ? [] : pathOf(command.parent)),
  command.name(),
]
