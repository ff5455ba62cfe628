import type { Command, CommanderError } from 'commander'
import { distance } from 'fastest-levenshtein'

/** Translates commander's errors to Chinese by their stable codes, each with advice. */
export function usageMessage(
  error: CommanderError,
  program: Command,
  words: readonly string[],
): { message: string; hint: string } {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const commands = program.commands.map((command) => command.name())
  const command = commands.find((name) => name === words[0]) ?? 'build'
  const help = `运行 bulletin ${command} --help 看全部用法。`
  switch (error.code) {
    case 'commander.unknownOption':
      return {
        message: `没有“${quoted}”这个选项。`,
        hint: nearest(quoted, optionNames(program)) ?? help,
      }
    case 'commander.unknownCommand':
      return {
        message: `没有“${quoted}”这个命令。`,
        hint: nearest(quoted, [...commands, 'help']) ?? '写成 bulletin build 文件夹。',
      }
    case 'commander.missingArgument':
      return /^(?:build|print)$/.test(command)
        ? {
            message: '没有写要生成哪一期。',
            hint: `写上文件夹，如 bulletin ${command} issue-54/。`,
          }
        : { message: `没有写“${quoted || '文件夹'}”。`, hint: help }
    case 'commander.optionMissingArgument':
      return { message: `选项“${quoted}”后面缺少内容。`, hint: help }
    case 'commander.excessArguments':
      return {
        message: `“${quoted}”后面多写了内容。`,
        hint: `运行 bulletin ${quoted} --help 看用法。`,
      }
    case 'commander.invalidArgument':
      return { message: `“${quoted}”的值不对。${reasonOf(error.message)}`, hint: help }
    default:
      return { message: '命令写得不对。', hint: help }
  }
}

/** Our own reason, which is Chinese; commander's own is the list of values. */
function reasonOf(message: string): string {
  const reason = message.split('. ').at(-1) ?? ''
  const [, values] = /^Allowed choices are (.*)\.$/.exec(reason) ?? []
  return values === undefined ? reason : `要写 ${values.replaceAll(', ', '、')} 中的一个。`
}

const optionNames = (program: Command): string[] =>
  [program, ...program.commands].flatMap(({ options }) => options.flatMap(({ long }) => long ?? []))

function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known.toSorted((a, b) => distance(typed, a) - distance(typed, b))
  return best !== undefined && distance(typed, best) <= 3 ? `改成 ${best}。` : undefined
}
