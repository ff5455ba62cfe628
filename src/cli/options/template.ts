import type { Command } from 'commander'

/** A parsed `bulletin template` command. */
export type TemplateRequest =
  | { verb: 'list' }
  | { verb: 'eject'; name?: string; folder?: string }
  | { verb: 'check'; folder?: string }

/**
 * Adds `bulletin template list|eject|check` to the command line. `onTemplate` receives the request.
 */
export function addTemplateCommand(
  program: Command,
  onTemplate: (request: TemplateRequest) => Promise<void>,
): Command {
  const template = program
    .command('template')
    .usage('<list|eject|check>')
    .description('列出自带的模板，复制一份来改，检查自己的模板。')
    .addHelpText('after', `\n${examples}`)
  const list = template
    .command('list')
    .description('列出自带的模板')
    .action(() => onTemplate({ verb: 'list' }))
  const eject = template
    .command('eject')
    .description('把自带的模板复制到一个新文件夹，改了再用')
    .argument('[模板]', '自带模板的名字')
    .argument('[文件夹]', '复制到哪里')
    .action((name?: string, folder?: string) => onTemplate({ verb: 'eject', name, folder }))
  const check = template
    .command('check')
    .description('检查模板文件夹：用了没有的名字、花括号不配对')
    .argument('[文件夹]', '自己的模板文件夹')
    .action((folder?: string) => onTemplate({ verb: 'check', folder }))
  for (const command of [list, eject, check]) command.configureOutput({ outputError: () => {} })
  return template
}

const examples = `例子：
  bulletin template list                          自带的模板
  bulletin template eject newsletter ./my-template  复制一份
  bulletin template check ./my-template           改完检查
  bulletin build issue-54/ --template ./my-template  用它来排`
