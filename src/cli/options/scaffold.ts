import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import type { Kind } from '../../model/issue.js'
import type { Day } from '../../model/settings.js'
import { builtInTemplates } from '../../model/template.js'
import { dayFrom } from '../../text/day.js'

/** The flags of `bulletin init`, as typed. */
export interface InitFlags {
  title?: string
  publisher?: string
  template?: Kind
  sections?: string[]
  number?: number
  total?: number
  date?: Day
  yes: boolean
}

/** The flags of `bulletin new`, as typed. */
export interface NewFlags {
  title?: string
  section?: string
  unit?: string
  author?: string
  name?: string
  number?: number
  total?: number
  date?: Day
}

export type NewKind = 'issue' | 'article' | 'brief'

/** Adds `bulletin init` and `bulletin new issue|article|brief` to the command line. */
export function addScaffoldCommands(
  program: Command,
  {
    onInit,
    onNew,
  }: {
    onInit: (folder: string, flags: InitFlags) => Promise<void>
    onNew: (kind: NewKind, folder: string, flags: NewFlags) => Promise<void>
  },
): void {
  program
    .command('init')
    .usage('[文件夹] [选项]')
    .description('建一个刊物的文件夹和第一期，马上可以排。在终端里逐项问；写了选项就不问。')
    .argument('[文件夹]', '刊物的文件夹，不写就是现在的文件夹', '.')
    .option('--title <刊名>', '刊名')
    .option('--publisher <单位>', '主办单位')
    .addOption(
      new Option(
        '--template <名字>',
        '模板：newsletter（工作通讯）、briefing（简报）、document（公文）',
      ).argParser(kind),
    )
    .addOption(new Option('--sections <栏目>', '栏目，用逗号或顿号隔开').argParser(names))
    .addOption(new Option('--number <期号>', '第一期的期号').argParser(positiveInteger))
    .addOption(new Option('--total <总期号>', '第一期的总期号').argParser(positiveInteger))
    .addOption(
      new Option('--date <日期>', '第一期的日期，如 2021-06-28；不写是今天').argParser(day),
    )
    .option('-y, --yes', '不问，没有写的都用通常的', false)
    .addHelpText('after', `\n${initExamples}`)
    .action((folder: string, flags: InitFlags) => onInit(folder, flags))
  const create = program
    .command('new')
    .usage('<issue|article|brief> [文件夹] [选项]')
    .description('建下一期、一篇稿子、一条简讯；期号、总期号、栏目接着上一期。')
    .addHelpText('after', `\n${newExamples}`)
  const issue = create
    .command('issue')
    .description('建下一期的文件夹：期号、总期号加一，栏目和编辑照上一期')
    .argument('[文件夹]', '刊物的文件夹，不写就是现在的文件夹', '.')
    .option('--name <名字>', '文件夹的名字；不写就照上一期的样子')
    .addOption(new Option('--number <期号>', '期号').argParser(positiveInteger))
    .addOption(new Option('--total <总期号>', '总期号').argParser(positiveInteger))
    .addOption(new Option('--date <日期>', '日期；不写是今天').argParser(day))
    .action((folder: string, flags: NewFlags) => onNew('issue', folder, flags))
  const article = create
    .command('article')
    .description('在一期里建一篇稿子，编号接着最后一篇')
    .argument('[文件夹]', '一期的文件夹，不写就是现在的文件夹', '.')
    .option('--title <标题>', '标题')
  const brief = create
    .command('brief')
    .description('在一期里建一个简讯的文件')
    .argument('[文件夹]', '一期的文件夹，不写就是现在的文件夹', '.')
  for (const [command, name] of [
    [article, 'article'],
    [brief, 'brief'],
  ] as const) {
    command
      .option('--section <栏目>', '栏目')
      .option('--unit <单位>', '供稿单位')
      .option('--author <作者>', '作者')
      .addOption(new Option('--date <日期>', '日期；不写是今天').argParser(day))
      .action((folder: string, flags: NewFlags) => onNew(name, folder, flags))
  }
  for (const command of [issue, article, brief]) command.configureOutput({ outputError: () => {} })
}

function kind(typed: string): Kind {
  const found = builtInTemplates.find((one) => one === typed)
  if (found === undefined)
    throw new InvalidArgumentError(`要写 ${builtInTemplates.join('、')} 之一。`)
  return found
}

function positiveInteger(typed: string): number {
  if (!/^[1-9]\d{0,4}$/.test(typed)) throw new InvalidArgumentError('要写 1 或更大的整数。')
  return Number(typed)
}

function day(typed: string): Day {
  const found = dayFrom(typed)
  if (found === undefined) throw new InvalidArgumentError('日期要写成 2021-06-28。')
  return found
}

const names = (typed: string): string[] =>
  typed
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const initExamples = `例子：
  bulletin init 工作通讯                          在终端里逐项问
  bulletin init 工作通讯 --title 工作通讯 --sections 要闻,工作交流,简讯
  bulletin init 通知 --template document --yes    一份公文`

const newExamples = `例子：
  bulletin new issue 工作通讯/                    下一期
  bulletin new article 工作通讯/2021年第4期 --title 新馆开馆 --section 要闻
  bulletin new brief 工作通讯/2021年第4期 --unit 城西区文化馆`
