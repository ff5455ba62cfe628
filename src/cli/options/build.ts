import { Command, type HelpConfiguration, InvalidArgumentError, Option } from 'commander'
import type { FormatName } from '../../model/format.js'
import { formatNames } from '../../model/format.js'
import { packageVersion } from '../../system/package.js'
import { columnsOf } from '../../text/terminal-width.js'
import type { ShardOption } from '../shard.js'
import { shardOption } from '../shard.js'
import type { CheckFlags } from './check.js'
import { addCheckCommand } from './check.js'

/** The flags of `bulletin build`, as typed. */
export interface BuildFlags {
  output?: string
  outDir?: string
  site?: string
  baseUrl?: string
  format?: FormatName[]
  template?: string
  drafts: boolean
  strict: boolean
  force: boolean
  html?: string
  json: boolean
  quiet: boolean
  verbose: boolean
  timings: boolean
  trace?: string
  color: boolean
  browser?: string
  jobs?: number
  keepGoing: boolean
  failFast: boolean
  shard?: ShardOption
  watch: boolean
}

/**
 * Defines the command line. `onBuild` and `onCheck` receive the targets and flags of the two
 * commands.
 */
export function commandLine(
  onBuild: (targets: string[], flags: BuildFlags) => Promise<void>,
  onCheck: (targets: string[], flags: CheckFlags) => Promise<void> = async () => {},
): Command {
  const program = new Command('bulletin')
  program
    .description(
      '把一个文件夹的 Markdown 稿件排成可付印的 A4 PDF，也生成 Word 文件、网页、公众号图文。',
    )
    .version(packageVersion(), '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .usage('<命令> [选项]')
    .configureHelp(chineseHelp)
    .addHelpText('after', `\n${examples}`)
  const build = program
    .command('build')
    .usage('<文件夹或文件...> [选项]')
    .description(
      '生成 PDF，也可以是 Word 文件、网页、公众号图文。可以一次给几期的文件夹，也可以给单个 .md 文件。',
    )
    .argument('<文件夹或文件...>', '一期的文件夹，或单篇 .md 文件')
    .addOption(
      new Option('--format <格式>', `生成哪几种文件，用逗号隔开：${formatNames.join('、')}`)
        .choices(formatNames)
        .default(undefined, 'pdf')
        .argParser(formatsIn),
    )
    .option('-o, --output <文件>', 'PDF 存到这个文件，别的格式在它旁边（只生成一期时）')
    .option('--out-dir <文件夹>', '存到这个文件夹')
    .option('--site <文件夹>', '做成一个网站存到这个文件夹：每期一个文件夹，首页列出各期')
    .addOption(
      new Option(
        '--base-url <网址>',
        '网站将来的网址（与 --site 一起用）：写了才有订阅源 feed.xml',
      ).argParser(webAddress),
    )
    .option('--template <名字或文件夹>', '用这个模板，不用 bulletin.yaml 里写的')
    .option('--drafts', '草稿也排进去', false)
    .option('--strict', '有警告也不生成', false)
    .option('--force', '不沿用以前排好的，从头排一遍', false)
    .option('--html <文件>', '把排好的 PDF 页面另存为一个 HTML 文件，供检查页面')
    .option('--json', '在标准输出打印报告，每期一行 JSON', false)
    .option('-q, --quiet', '只显示错误', false)
    .option('--verbose', '显示每一步、字体、图片换成 JPEG 没有，和用时', false)
    .option('--timings', '显示每一步何时开始、用了多久', false)
    .option('--trace <文件>', '每一步的用时存成 Trace Event 文件，在 Perfetto 里看图')
    .option('--no-color', '不用颜色')
    .option('--browser <路径>', '用这个浏览器；也可写 ws://… 连接远程浏览器')
    .addOption(new Option('--jobs <个数>', '同时排几期').argParser(wholeNumber))
    .option('--keep-going', '一期失败，其余的照排（不写也是这样）', false)
    .option('--fail-fast', '一期失败，还没有开始的就不排了', false)
    .addOption(
      new Option('--shard <份>', '只排其中一份，如 2/8；auto 由构建服务器的环境变量决定').argParser(
        shardIn,
      ),
    )
    .option('--watch', '一直开着，稿件、图片、模板一保存就重排；按 Ctrl-C 结束', false)
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: BuildFlags) => onBuild(targets, flags))
  const check = addCheckCommand(program, onCheck)
  for (const command of [program, build, check]) command.exitOverride()
  return program
}

function wholeNumber(typed: string): number {
  if (!/^[1-9]\d{0,2}$/.test(typed)) throw new InvalidArgumentError('要写 1 到 999 的整数。')
  return Number(typed)
}

/** Reads the address of a site; ends it with a slash, behind which the issues follow. */
function webAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new InvalidArgumentError('要写 https://www.example.org/tongxun/ 这样的网址。')
  url.search = ''
  url.hash = ''
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** Reads `pdf,docx`; an option that is repeated adds to those before it. */
function formatsIn(typed: string, before: FormatName[] = []): FormatName[] {
  const named = typed.split(/[,，、\s]+/).filter(Boolean)
  const unknown = named.find((name) => !formatNames.some((known) => known === name))
  if (unknown !== undefined || named.length === 0) {
    throw new InvalidArgumentError(
      `能生成 ${formatNames.join('、')}${unknown === undefined ? '' : `，没有“${unknown}”`}。`,
    )
  }
  return formatNames.filter((known) => before.includes(known) || named.includes(known))
}

function shardIn(typed: string): ShardOption {
  const shard = shardOption(typed)
  if (shard === undefined)
    throw new InvalidArgumentError('要写 2/8 这样的“第几份/共几份”，或 auto。')
  return shard
}

/** Aligns columns that contain full-width characters and replaces the English labels. */
const chineseHelp: HelpConfiguration = {
  displayWidth: columnsOf,
  styleTitle: (title) => titles[title] ?? title,
  optionDescription: ({ description }) => description,
  subcommandTerm: (command) => command.name(),
}

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const examples = `例子：
  bulletin build issue-54/                     生成 issue-54.pdf，放在文件夹旁边
  bulletin build issue-54/ -o 印刷/第54期.pdf    存到指定的文件
  bulletin build back-issues/* --out-dir pdf/  一次重排许多期
  bulletin build back-issues/* --shard 2/8     几台机器分着排，这台排八份中的第二份
  bulletin build 通知.md                       单篇文件也可以
  bulletin build 通讯/* --site public/            做成网站，各期一个文件夹
  bulletin build issue-54/ --watch             开着，一保存就重排
  bulletin build issue-54/ --strict --json     供自动化使用：有警告就失败，报告打印成 JSON

退出码：0 已生成（可能有警告）  1 稿件有错误  2 用法、bulletin.yaml 或模板有误
        3 环境有问题（没有浏览器、磁盘满）  70 程序自己的错误  130 中途停止`
