import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'

/** The flags of `bulletin fetch`, as typed. */
export interface FetchFlags {
  dryRun: boolean
  /** Megabytes. */
  maxSize: number
  /** Megabytes. */
  maxTotal: number
  /** Seconds. */
  timeout: number
  allowPrivate: boolean
  json: boolean
  quiet: boolean
  color: boolean
}

/** Adds `bulletin fetch` to the command line. `onFetch` receives the targets and flags. */
export function addFetchCommand(
  program: Command,
  onFetch: (targets: string[], flags: FetchFlags) => Promise<void>,
): Command {
  const limit = (flags: string, description: string, usual: number) =>
    new Option(flags, `${description}，不写是 ${usual}`)
      .default(usual, '')
      .argParser(positiveInteger)
  return program
    .command('fetch')
    .usage('<文件夹或文件...> [选项]')
    .description('把稿件里网上的图片下载到 images/，并改好稿件里的链接。排版时不上网，先用它。')
    .argument('[文件夹或文件...]', '一期的文件夹，或单篇 .md 文件')
    .option('--dry-run', '只列出会下载什么，不上网，不动稿件', false)
    .addOption(limit('--max-size <MB>', '一张图片最多多大', 20))
    .addOption(limit('--max-total <MB>', '一期的图片合起来最多多大', 500))
    .addOption(limit('--timeout <秒>', '一张图片最多等多久', 60))
    .option('--allow-private', '本机和内部网络的地址也下载', false)
    .option('--json', '在标准输出打印报告，每期一行 JSON', false)
    .option('-q, --quiet', '只显示没有办好的', false)
    .option('--no-color', '不用颜色')
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: FetchFlags) => onFetch(targets, flags))
}

function positiveInteger(typed: string): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new InvalidArgumentError('要写 1 或更大的整数。')
  return Number(typed)
}

const examples = `例子：
  bulletin fetch issue-54/ --dry-run   看看有哪些图片在网上
  bulletin fetch issue-54/             下载，改好链接
  bulletin fetch 通知.md               单篇文件也可以

中途停止（Ctrl-C）时稿件还是原样，再运行一次就接着下载。不用代理，不带 Cookie。

退出码：0 都下载了（或没有网上的图片）  1 有的没有办好  2 用法有误
        3 一张也没有连上（没有联网）、磁盘满  70 程序自己的错误  130 中途停止`
