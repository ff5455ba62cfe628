import { type Command, InvalidArgumentError, Option } from 'commander'
import type { BookletOptions, ColourMode } from '../../model/print.js'

/** The flags of `bulletin print`, as typed. */
export interface PrintFlags {
  output?: string
  outDir?: string
  colour?: ColourMode
  bleed?: number
  booklet: boolean
  sheet?: BookletOptions['sheet']
  /** Thickness in mm. */
  paper?: number
  signatures?: number
  pdfa: boolean
  template?: string
  force: boolean
  report: boolean
  json: boolean
  quiet: boolean
  color: boolean
  browser?: string
}

/** Adds `bulletin print` to the command line. `onPrint` receives the targets and flags. */
export function addPrintCommand(
  program: Command,
  onPrint: (targets: string[], flags: PrintFlags) => Promise<void>,
): Command {
  return program
    .command('print')
    .usage('<文件夹或文件...> [选项]')
    .description(
      '生成送印刷厂的 PDF：黑字只用黑墨，可加出血和裁切线、拼成骑马订的大张；也生成存档的 PDF/A。',
    )
    .argument('<文件夹或文件...>', '一期的文件夹，或单篇 .md 文件')
    .option('-o, --output <文件>', '存到这个文件（只有一期时）')
    .option('--out-dir <文件夹>', '存到这个文件夹')
    .addOption(
      new Option(
        '--colour <墨>',
        'full 彩色，黑字灰线只用黑墨（不写也是它）；gray 只用黑墨；red 黑墨加一个红专色',
      ).argParser(oneOf(colourModes)),
    )
    .addOption(
      new Option('--bleed <毫米>', '加出血和裁切线，如 3mm；碰到页边的图和色块补进出血').argParser(
        bleed,
      ),
    )
    .option('--booklet', '拼成骑马订的大张，补足空白页', false)
    .addOption(
      new Option(
        '--sheet <纸>',
        '拼版用的纸：a3 放两个 A4 页（不写也是它），a4 放两个缩成 A5 的页',
      ).argParser(oneOf(sheets)),
    )
    .addOption(
      new Option('--paper <厚度>', '纸的厚度，算爬移：80gsm（双胶纸）或 0.1mm').argParser(
        thickness,
      ),
    )
    .addOption(
      new Option('--signatures <页数>', '太厚时分成几帖，每帖这么多页，如 16').argParser(signature),
    )
    .option('--pdfa', '存档用：PDF/A-2，不能和出血、拼版、红专色一起用', false)
    .option('--template <名字或文件夹>', '用这个模板，不用 bulletin.yaml 里写的')
    .option('--force', '不沿用以前排好的，从头排一遍', false)
    .option(
      '--report',
      '印刷厂要问的都列出来：尺寸、出血、字体、最低精度、每页的墨、各张的页',
      false,
    )
    .option('--json', '在标准输出打印报告，每期一行 JSON', false)
    .option('-q, --quiet', '只显示错误', false)
    .option('--no-color', '不用颜色')
    .option('--browser <路径>', '用这个浏览器；也可写 ws://… 连接远程浏览器')
    .addHelpText('after', `\n${examples}`)
    .action((targets: string[], flags: PrintFlags) => onPrint(targets, flags))
}

/** The values of `--colour` and `--sheet`. */
export const colourModes = ['full', 'gray', 'red'] as const satisfies readonly ColourMode[]
export const sheets = ['a3', 'a4'] as const satisfies readonly BookletOptions['sheet'][]

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (typed: string): Value => {
    const value = values.find((one) => one === typed.toLowerCase())
    if (value === undefined) throw new InvalidArgumentError(`要写 ${values.join('、')} 中的一个。`)
    return value
  }

/** Largest bleed in mm: more is a typing mistake. */
const MAX_BLEED = 20

function bleed(typed: string): number {
  const mm = /^(\d+(?:\.\d+)?)(?:mm|毫米)?$/.exec(typed)?.[1]
  if (mm === undefined || Number(mm) <= 0 || Number(mm) > MAX_BLEED)
    throw new InvalidArgumentError(`要写毫米，最多 ${MAX_BLEED}，如 3mm。`)
  return Number(mm)
}

/**
 * Thickness of uncoated offset paper in mm for each gram per square metre: a bulk of 1.25, the
 * middle of what mills state (80 gsm is 0.1 mm).
 */
const MM_PER_GSM = 0.00125

function thickness(typed: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(gsm|克|g|mm|毫米)$/i.exec(typed) ?? []
  const mm = /^(mm|毫米)$/i.test(unit) ? Number(number) : Number(number) * MM_PER_GSM
  if (unit === '' || mm <= 0 || mm > 1)
    throw new InvalidArgumentError('要写克重或厚度，如 80gsm、0.1mm（一张纸不到 1 毫米）。')
  return Math.round(mm * 10_000) / 10_000
}

function signature(typed: string): number {
  const pages = Number(typed)
  if (!/^[1-9]\d{0,2}$/.test(typed) || pages % 4 !== 0)
    throw new InvalidArgumentError('每帖的页数要是 4 的倍数，如 16。')
  return pages
}

const examples = `例子：
  bulletin print issue-54/                          黑字只用黑墨，存成 issue-54-印刷.pdf
  bulletin print issue-54/ --bleed 3mm --report     加出血和裁切线，列出印刷厂要问的
  bulletin print issue-54/ --colour gray            全黑白
  bulletin print issue-54/ --booklet --paper 80gsm  拼成 A3 骑马订，双面打印选“短边翻转”
  bulletin print issue-54/ --booklet --sheet a4     缩成 A5 的小册子，用 A4 纸
  bulletin print issue-54/ --pdfa                   存档，存成 issue-54-存档.pdf

退出码：0 已生成（可能有警告）  1 稿件有错误  2 用法、bulletin.yaml 或模板有误
        3 环境有问题（没有浏览器、磁盘满）  70 程序自己的错误  130 中途停止`
