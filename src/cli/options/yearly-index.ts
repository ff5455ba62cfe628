import { type Command, Option } from 'commander'
import type { IndexOrder } from '../../model/yearly-index.js'
import { yearOption } from './year.js'

/** The flags of `bulletin index`, as typed. */
export interface IndexFlags {
  year?: number
  by: IndexOrder
  output?: string
  csv?: string
  markdown?: string
  authors: boolean
  browser?: string
  json: boolean
  quiet: boolean
}

/** The values of `--by`. */
export const indexOrders = ['section', 'issue'] as const satisfies readonly IndexOrder[]

/** Adds `bulletin index` to the command line. `onIndex` receives the targets and flags. */
export function addIndexCommand(
  program: Command,
  onIndex: (targets: string[], flags: IndexFlags) => Promise<void>,
): Command {
  return program
    .command('index')
    .usage('<各期的文件夹...> [选项]')
    .description('总目录：一年各期的题目、单位、作者、期和页，加上作者索引和单位索引。')
    .argument('<各期的文件夹...>', '一期或几期的文件夹，如 通讯/*')
    .addOption(yearOption('只收这一年的各期'))
    .addOption(
      new Option('--by <次序>', '按栏目（section）还是按期（issue）排')
        .choices(indexOrders)
        .default('section', 'section'),
    )
    .option('-o, --output <文件>', '排成 PDF')
    .option('--csv <文件>', '存成 CSV，用 Excel 打开')
    .option('--markdown <文件>', '存成一篇稿件，可以放进最后一期作附录')
    .option('--no-authors', '不要作者索引和单位索引')
    .option('--browser <路径>', '用这个浏览器')
    .option('--json', '在标准输出打印报告，一行 JSON', false)
    .option('-q, --quiet', '不显示总目录', false)
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: IndexFlags) => onIndex(targets, flags))
}

const examples = `例子：
  bulletin index 通讯/* --year 2021
  bulletin index 通讯/* --year 2021 -o 总目录.pdf --csv 总目录.csv
  bulletin index 通讯/* --by issue --markdown 通讯/issue-6/90-总目录.md`
