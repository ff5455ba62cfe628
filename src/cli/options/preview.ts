import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'

/** The flags of `bulletin preview`, as typed. */
export interface PreviewFlags {
  template?: string
  drafts: boolean
  editor?: string
  open?: boolean
  port?: number
  host?: string
  browser?: string
}

/** Adds `bulletin preview` to the command line. `onPreview` receives the issue and the flags. */
export function addPreviewCommand(
  program: Command,
  onPreview: (target: string, flags: PreviewFlags) => Promise<void>,
): Command {
  return program
    .command('preview')
    .usage('<文件夹或文件> [选项]')
    .description('在浏览器里看排好的页面，稿件一保存就换上新的；点一段，在编辑器里打开那一行。')
    .argument('<文件夹或文件>', '一期的文件夹，或单篇 .md 文件')
    .option('--template <名字或文件夹>', '用这个模板，不用 bulletin.yaml 里写的')
    .option('--drafts', '草稿也排进去', false)
    .option('--editor <命令>', '用这个编辑器打开稿件，如 code；不写就自己找')
    .option('--open', '打开默认的浏览器（在终端里不写也打开）')
    .option('--no-open', '不打开浏览器，只打印地址')
    .addOption(new Option('--port <端口>', '用这个端口，不写就随便用一个空的').argParser(port))
    .option('--host <地址>', '让别的电脑也能看：在这个地址上等，如 0.0.0.0')
    .option('--browser <路径>', '排版用这个浏览器；也可写 ws://… 连接远程浏览器')
    .addHelpText('after', `\n${examples}`)
    .action((target: string, flags: PreviewFlags) => onPreview(target, flags))
}

function port(typed: string): number {
  const number = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || number < 1 || number > 65535)
    throw new InvalidArgumentError('要写 1 到 65535 的整数。')
  return number
}

const examples = `例子：
  bulletin preview issue-54/                 打开预览，边改边看；按 Ctrl-C 结束
  bulletin preview issue-54/ --editor subl   点一段，在 Sublime Text 里打开
  bulletin preview issue-54/ --no-open       只打印地址，自己去打开
  bulletin preview issue-54/ --host 0.0.0.0  同一个网络里的人拿到地址也能看

退出码：2 用法有误  3 环境有问题（没有浏览器、端口被占）  70 程序自己的错误  130 按 Ctrl-C 结束`
