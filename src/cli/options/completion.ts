import { type Command, InvalidArgumentError } from 'commander'

/** The shells for which a completion script exists. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

/**
 * Adds `bulletin completion` to the command line, and the hidden `complete` command that its
 * scripts call for suggestions.
 */
export function addCompletionCommand(
  program: Command,
  {
    onScript,
    onWords,
  }: { onScript: (shell: Shell) => Promise<void>; onWords: (words: string[]) => Promise<void> },
): Command {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action((words: string[]) => onWords(words))
  return program
    .command('completion')
    .usage('<bash|zsh|fish|powershell>')
    .description('打印一段程序，装好后在终端里按 Tab 补全命令、选项、规则名和各期的文件夹。')
    .argument('<终端>', shells.join('、'), shell)
    .addHelpText('after', `\n${examples}`)
    .action((shell: Shell) => onScript(shell))
}

function shell(typed: string): Shell {
  const found = shells.find((one) => one === typed)
  if (found === undefined) throw new InvalidArgumentError(`要写 ${shells.join('、')} 之一。`)
  return found
}

const examples = `装法：
  bash         echo 'source <(bulletin completion bash)' >> ~/.bashrc
  zsh          echo 'source <(bulletin completion zsh)' >> ~/.zshrc
  fish         bulletin completion fish > ~/.config/fish/completions/bulletin.fish
  PowerShell   bulletin completion powershell >> $PROFILE`
