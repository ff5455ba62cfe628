import { exec, spawn } from 'node:child_process'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import which from 'which'

/** A command that opens a file: the editor's program and its own arguments. */
export type Editor = readonly [program: string, ...args: string[]]

/** Editors that are looked for when neither `--editor` nor a variable names one. */
const usual = ['code', 'code-insiders', 'codium', 'cursor', 'trae', 'notepad++']

/** Editors that need a terminal of their own; a preview has none to lend. */
const inTerminal = /^(?:n?vim?|nano|micro|hx|helix|joe|kak|emacs|ed|pico)$/

/**
 * Returns the editor to open files with: `--editor`, $VISUAL, $EDITOR, then VS Code and its kin on
 * the PATH, then one that is running. Undefined when there is none, or it needs a terminal.
 */
export async function findEditor(
  typed: string | undefined,
  { VISUAL, EDITOR }: NodeJS.ProcessEnv,
): Promise<Editor | undefined> {
  const named = [typed, VISUAL, EDITOR].find((one) => one !== undefined && one.trim() !== '')
  if (named === undefined)
    for (const name of usual) if (await which(name, { nothrow: true })) return [name]
  const { default: guess } = await import('launch-editor/guess.js')
  // It splits a command into words as a shell does, for which a path of Windows has wrong slashes.
  const [program, ...args] = named !== undefined && onWindows ? [named] : guess(named)
  if (program === null || program === undefined) return undefined
  return inTerminal.test(nameOf(program)) ? undefined : [program, ...args]
}

const onWindows = process.platform === 'win32'

const nameOf = (program: string) => basename(program).replace(/\.(?:exe|cmd|bat)$/i, '')

/** Opens a file at a line in the editor. Resolves to whether its program could be started. */
export async function openIn(
  [program, ...own]: Editor,
  { file, line, column }: { file: string; line: number; column: number },
): Promise<boolean> {
  const { default: argsFor } = await import('launch-editor/get-args.js')
  const args = [...own, ...argsFor(program, file, line, column).map(String)]
  if (onWindows) {
    // `code` is a batch file there, which only a shell can start; this quotes for it.
    const { default: commandOf } = await import('launch-editor/construct-windows-launch-command.js')
    return promisify(exec)(commandOf(program, args)).then(
      () => true,
      () => false,
    )
  }
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.unref()
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
}
