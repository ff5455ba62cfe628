import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Complete, Command as Completed } from '@bomb.sh/tab'
import { RootCommand } from '@bomb.sh/tab'
import type { Command, Option } from 'commander'
import { rules } from '../../lint/rules/index.js'
import { builtInTemplates } from '../../model/template.js'
import { shells } from '../options/completion.js'
import { colourModes, sheets } from '../options/print.js'
import { indexOrders } from '../options/yearly-index.js'

/** The values of an option that commander does not know itself, by its name. */
const choices: Readonly<Record<string, readonly string[]>> = {
  template: builtInTemplates,
  explain: rules.map(({ id }) => id),
  shard: ['auto'],
  by: indexOrders,
  colour: colourModes,
  sheet: sheets,
}

/**
 * Prints the completion script for a shell. The script calls this program's hidden `complete`
 * command.
 */
export const printScript = (shell: string): void =>
  new RootCommand().setup('bulletin', 'bulletin', shell)

/** @param words the words after the program's name; the last one is incomplete. */
export function printSuggestions(program: Command, words: readonly string[], cwd: string): void {
  const root = new RootCommand()
  const typed = words.at(-1) ?? ''
  for (const { command, name } of commandsOf(program)) {
    const completed = root.command(name, command.description())
    for (const option of command.options) addOption(completed, option, typed, cwd)
    completed.option('help', '显示帮助', 'h')
    for (const argument of command.registeredArguments) {
      const handler = (complete: Complete) => {
        for (const value of argumentValues(argument.name(), typed, cwd)) complete(value, '')
      }
      completed.argument(argument.name(), handler, argument.variadic)
    }
  }
  root.parse([...words])
}

function addOption(completed: Completed, option: Option, typed: string, cwd: string): void {
  const name = option.long?.replace(/^--/, '') ?? ''
  const short = option.short?.replace(/^-/, '')
  if (!option.required && !option.optional) {
    completed.option(name, option.description, short)
    return
  }
  const handler = (complete: Complete) => {
    const isPath = /文件|路径/.test(option.flags)
    const values = [
      ...(option.argChoices ?? choices[name] ?? []),
      ...(isPath ? pathsAt(typed, cwd, () => true) : []),
    ]
    for (const value of values) complete(value, '')
  }
  completed.option(name, option.description, handler, short)
}

function argumentValues(name: string, typed: string, cwd: string): string[] {
  if (name === '终端') return [...shells]
  if (name === '模板') return [...builtInTemplates]
  return pathsAt(typed, cwd, isSource)
}

/** Accepts folders, which may contain issues, and article files. */
const isSource = (name: string, isFolder: boolean) => isFolder || /\.(?:md|markdown)$/i.test(name)

/**
 * Characters with which a file name is a command: the script for bash expands every suggestion
 * (`compgen -W`), and later the whole line (`eval`). Such a name has to be typed.
 */
const runs = /[$`\\"';&|<>\p{Cc}\p{Cf}]/u

/** Returns the entries of the folder that is being typed; folders end in `/`. */
function pathsAt(
  typed: string,
  cwd: string,
  wanted: (name: string, isFolder: boolean) => boolean,
): string[] {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1)
  try {
    return readdirSync(resolve(cwd, folder), { withFileTypes: true })
      .filter((entry) => !/^[._]|^node_modules$/.test(entry.name) && !runs.test(entry.name))
      .filter((entry) => wanted(entry.name, entry.isDirectory()))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .sort()
  } catch {
    return []
  }
}

/** Returns every command with its full name, as in `cache clear`. */
const commandsOf = (program: Command, above = ''): { command: Command; name: string }[] =>
  program.commands
    .filter((command) => command.name() !== 'complete')
    .flatMap((command) => {
      const name = `${above}${command.name()}`
      return [{ command, name }, ...commandsOf(command, `${name} `)]
    })
