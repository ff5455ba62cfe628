import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'

/** The values of `--format`. */
export const checkFormats = ['pretty', 'json', 'github', 'sarif'] as const
export type CheckFormat = (typeof checkFormats)[number]

/** The flags of `bulletin check`, as typed. */
export interface CheckFlags {
  fix: boolean
  diff: boolean
  format: CheckFormat
  rules: boolean
  explain?: string
  all: boolean
  maxWarnings?: number
  quiet: boolean
  color: boolean
}

/** Adds `bulletin check` to the command line. `onCheck` receives the targets and flags. */
export function addCheckCommand(
  program: Command,
  onCheck: (targets: string[], flags: CheckFlags) => Promise<void>,
): Command {
  return program
    .command('check')
    .description('校对稿件：标点、数字、序号、错词、前后不一致。不生成 PDF，不启动浏览器。')
    .argument('[文件夹或文件...]', '一期的文件夹，或单篇 .md 文件')
    .option('--fix', '把能自动改的改在稿件里', false)
    .option('--diff', '只显示 --fix 会改什么，不动稿件', false)
    .addOption(
      new Option('--format <格式>', `报告的格式：${checkFormats.join('、')}`)
        .choices(checkFormats)
        .default('pretty', 'pretty')
        .argParser(format),
    )
    .option('--all', '“建议”的规则也查', false)
    .addOption(new Option('--max-warnings <个数>', '警告超过这么多个就算失败').argParser(count))
    .option('--rules', '列出全部规则', false)
    .option('--explain <规则>', '说明一条规则：为什么、依据、例子')
    .option('-q, --quiet', '只显示错误', false)
    .option('--no-color', '不用颜色')
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: CheckFlags) => onCheck(targets, flags))
}

function format(typed: string): CheckFormat {
  const found = checkFormats.find((one) => one === typed)
  if (found === undefined) throw new InvalidArgumentError(`要写 ${checkFormats.join('、')} 之一。`)
  return found
}

function count(typed: string): number {
  if (!/^\d{1,6}$/.test(typed)) throw new InvalidArgumentError('要写 0 或更大的整数。')
  return Number(typed)
}

const examples = `例子：
  bulletin check issue-54/                    校对一期
  bulletin check issue-54/ --diff             看看能自动改什么
  bulletin check issue-54/ --fix              自动改
  bulletin check --explain year-zero          这条规则为什么、依据是什么
  bulletin check issue-54/ --format github    供 GitHub Actions 在改动旁边显示

退出码：0 没有错误（可能有警告）  1 有错误，或警告超过 --max-warnings
        2 用法、bulletin.yaml 或模板有误  3 环境有问题  70 程序自己的错误`
