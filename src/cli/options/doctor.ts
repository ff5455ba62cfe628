import type { Command } from 'commander'

/** The flags of `bulletin doctor`, as typed. */
export interface DoctorFlags {
  sample?: string
  browser?: string
  json: boolean
  color: boolean
}

/**
 * Adds `bulletin doctor` to the command line. `onDoctor` receives the issue, if any, and the flags.
 */
export function addDoctorCommand(
  program: Command,
  onDoctor: (target: string | undefined, flags: DoctorFlags) => Promise<void>,
): Command {
  return program
    .command('doctor')
    .usage('[文件夹] [选项]')
    .description('检查这台电脑能不能排版：浏览器、字体、缓存、磁盘；每一项不行的都说怎样办。')
    .argument('[文件夹]', '一期的文件夹：看它的每个字有没有字体')
    .option('--sample <文件>', '把五种字体的字样存成 .html 或 .pdf')
    .option('--browser <路径>', '检查这个浏览器；也可写 ws://… 连接远程浏览器')
    .option('--json', '在标准输出打印报告，一行 JSON', false)
    .option('--no-color', '不用颜色')
    .addHelpText('after', `\n${examples}`)
    .action((target: string | undefined, flags: DoctorFlags) => onDoctor(target, flags))
}

const examples = `例子：
  bulletin doctor                      检查这台电脑
  bulletin doctor issue-54/            再看这一期的字
  bulletin doctor --sample 字样.pdf     印出五种字体

退出码：0 可以排版  2 用法有误  3 有一项不行，排不了  70 程序自己的错误`
