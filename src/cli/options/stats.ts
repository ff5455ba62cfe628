import type { Command } from 'commander'
import { yearOption } from './year.js'

/** The flags of `bulletin stats`, as typed. */
export interface StatsFlags {
  year?: number
  rules?: string
  csv?: string
  details?: string
  html?: string
  notice?: string
  json: boolean
  quiet: boolean
}

/** Adds `bulletin stats` to the command line. `onStats` receives the targets and flags. */
export function addStatsCommand(
  program: Command,
  onStats: (targets: string[], flags: StatsFlags) => Promise<void>,
): Command {
  return program
    .command('stats')
    .usage('<各期的文件夹...> [选项]')
    .description('用稿统计：各单位、作者、栏目、月份刊用了多少篇、得多少分；可以写成通报。')
    .argument('<各期的文件夹...>', '一期或几期的文件夹，如 通讯/*')
    .addOption(yearOption('只统计这一年的'))
    .option('--rules <文件>', '分值、单位名单、别名等写在这个 YAML 文件里')
    .option('--csv <文件>', '各单位的表存成 CSV，用 Excel 打开')
    .option('--details <文件>', '逐篇的清单存成 CSV')
    .option('--html <文件>', '存成有图表的网页')
    .option('--notice <文件夹>', '写成一份可以排的用稿通报（公文）')
    .option('--json', '在标准输出打印报告，一行 JSON', false)
    .option('-q, --quiet', '不显示表', false)
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: StatsFlags) => onStats(targets, flags))
}

const examples = `例子：
  bulletin stats 通讯/* --year 2021
  bulletin stats 通讯/* --rules 计分.yaml --csv 用稿.csv --html 用稿.html
  bulletin stats 通讯/* --year 2021 --notice 通报/  写成通报，再用 bulletin build 通报/ 排出来`
