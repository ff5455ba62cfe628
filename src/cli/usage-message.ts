import type { Command, CommanderError } from 'commander'
import { distance } from 'fastest-levenshtein'

/** Translates commander's errors to Chinese by their stable codes, each with advice. */
export function usageMessage(
  error: CommanderError,
  program: Command,
): { message: string; hint: string } {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const help = '运行 bulletin build --help 看全部用法。'
  switch (error.code) {
    case 'commander.unknownOption':
      return {
        message: `没有“${quoted}”这个选项。`,
        hint: nearest(quoted, optionNames(program)) ?? help,
      }
    case 'commander.unknownCommand':
      return {
        message: `没有“${quoted}”这个命令。`,
        hint:
          nearest(quoted, [
            'build',
            'print',
            'check',
            'import',
            'fetch',
            'template',
            'cache',
            'help',
          ]) ?? '写成 bulletin build 文件夹。',
      }
    case 'commander.missingArgument':
      return { message: '没有写要生成哪一期。', hint: '写上文件夹，如 bulletin build issue-54/。' }
    case 'commander.optionMissingArgument':
      return { message: `选项“${quoted}”后面缺少内容。`, hint: help }
    case 'commander.excessArguments':
      return {
        message: `“${quoted}”后面多写了内容。`,
        hint: `运行 bulletin ${quoted} --help 看用法。`,
      }
    case 'commander.invalidArgument':
      return { message: `“${quoted}”的值不对。${error.message.split('. ').at(-1)}`, hint: help }
    default:
      return { message: '命令写得不对。', hint: help }
  }
}

const optionNames = (program: Command): string[] =>
  [program, ...program.commands].flatMap(({ options }) => options.flatMap(({ long }) => long ?? []))

function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known.toSorted((a, b) => distance(typed, a) - distance(typed, b))
  return best !== undefined && distance(typed, best) <= 3 ? `改成 ${best}。` : undefined
}
