import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'

/** The flags of `bulletin import`, as typed. */
export interface ImportFlags {
  output?: string
  section?: string
  changes: 'accept' | 'reject'
  update: boolean
  force: boolean
  dryRun: boolean
  json: boolean
  quiet: boolean
  color: boolean
}

/** Adds `bulletin import` to the command line. `onImport` receives the manuscripts and flags. */
export function addImportCommand(
  program: Command,
  onImport: (targets: string[], flags: ImportFlags) => Promise<void>,
): Command {
  return program
    .command('import')
    .usage('<稿件或文件夹...> [选项]')
    .description(
      '把 Word、WPS 稿件（也可以是 .md、.txt）变成一期里的稿件：编号、小标题、表格、图片、脚注都带过来，少了什么逐条说明。',
    )
    .argument(
      '[稿件或文件夹...]',
      '.docx、.doc、.wps、.rtf、.odt、.md、.txt 文件，或装着它们的文件夹',
    )
    .option('-o, --output <文件夹>', '写到哪一期的文件夹；不写就是现在的文件夹')
    .option('--section <栏目>', '这些稿件的栏目；不写就看稿件里“栏目：”一行，再看文件夹的名字')
    .addOption(
      new Option('--changes <办法>', '修订：accept 接受，reject 不接受')
        .default('accept', 'accept')
        .argParser(verdict),
    )
    .option('--update', '只改一篇：后面写改过的 .docx 和原来的 .md，只动改过的段落', false)
    .option('--force', '同名的稿件已经有了，换成新的', false)
    .option('--dry-run', '只报告，不写文件', false)
    .option('--json', '在标准输出打印报告，一行 JSON', false)
    .option('-q, --quiet', '只显示没有带过来的', false)
    .option('--no-color', '不用颜色')
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: ImportFlags) => onImport(targets, flags))
}

function verdict(typed: string): ImportFlags['changes'] {
  if (typed === 'accept' || typed === 'reject') return typed
  throw new InvalidArgumentError('要写 accept、reject 之一。')
}

const examples = `例子：
  bulletin import 投稿/*.docx -o issue-55/            一批稿件
  bulletin import 投稿/ -o issue-55/                  文件夹里的全部稿件；子文件夹叫栏目的名字就归那个栏目
  bulletin import 讲座.docx --section 工作交流        写到现在的文件夹
  bulletin import --update 修改稿.docx issue-55/03-讲座.md   改回来的稿件，只动改过的段落

退出码：0 都带过来了  1 有没带过来的，或有的文件没有导入（报告里有）
        2 用法有误  3 磁盘满、没有权限  70 程序自己的错误`
