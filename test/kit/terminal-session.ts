import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import xterm from '@xterm/headless'
import which from 'which'
import { program } from './program.js'

/** What a person at the terminal waits for, and types then. */
export interface Answer {
  when: string
  type: string
}

/** `script` of util-linux, which runs a program on a terminal of its own. */
export const hasTerminal = process.platform === 'linux' && which.sync('script', { nothrow: true })

/** Milliseconds after which a program that waits for something else is ended. */
const patience = 100_000

/**
 * Runs the program on a terminal, and answers its questions.
 *
 * @throws when it waits for an answer that nobody gives: with what is on the screen.
 * @returns the exit code, all that was written, and what is on the screen at the end.
 */
export async function onTerminal(
  words: readonly string[],
  { cwd, answers = [] }: { cwd: string; answers?: readonly Answer[] },
): Promise<{ code: number | undefined; written: string; screen: string }> {
  const typed = [process.execPath, program, ...words].map(quoted).join(' ')
  const command = `stty cols 120 rows 50; exec ${typed}`
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd,
    env: { ...env, TERM: 'xterm-256color', SHELL: '/bin/sh', BULLETIN_CACHE_SIZE: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = [...answers]
  let written = ''
  let seen = 0
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    written += text
    const [next] = waiting
    if (!next || !stripVTControlCharacters(written.slice(seen)).includes(next.when)) return
    waiting.shift()
    seen = written.length
    child.stdin.write(next.type)
  })
  // The program on the terminal ends when the terminal does.
  const timer = setTimeout(() => child.kill('SIGTERM'), patience)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => clearTimeout(timer))
  const screen = await shown(written)
  const [missed] = waiting
  if (missed) throw new Error(`“${missed.when}” was not asked:\n${screen}`)
  return { code: code ?? undefined, written, screen }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** The text on a terminal after all of this has been written, with what has scrolled off. */
async function shown(written: string): Promise<string> {
  const terminal = new xterm.Terminal({
    cols: 120,
    rows: 50,
    scrollback: 5000,
    allowProposedApi: true,
  })
  await new Promise<void>((resolve) => terminal.write(written, resolve))
  const { active } = terminal.buffer
  let screen = ''
  for (let row = 0; row < active.length; row++) {
    const line = active.getLine(row)
    // A line that is longer than the screen goes on in the next row.
    screen += (row === 0 || line?.isWrapped ? '' : '\n') + (line?.translateToString(true) ?? '')
  }
  return screen.trimEnd()
}
