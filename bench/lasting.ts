import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process that goes on working until it is stopped. */
export interface Lasting {
  pid: number
  /** Writes a line to its stdin. */
  say(line: string): void
  /** The next line that it prints from now on. Rejects when it ends, or says nothing for a minute. */
  line(): Promise<string>
  /** Rejects as soon as it ends. */
  ended: Promise<never>
  /** Ends it with a signal. */
  stop(): Promise<void>
  /** Ends its stdin, after which it ends by itself. */
  hangUp(): Promise<void>
}

const patience = 60_000

export function startLasting(
  [program, ...words]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Lasting {
  const child: ChildProcess = spawn(program, words, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const { stdin, stdout, stderr, pid } = child
  if (!stdin || !stdout || !stderr || pid === undefined) throw new Error(`${program} 不能运行`)
  let said = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  // Whatever ends the bench, a failure as well, ends it.
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  const lines = createInterface({ input: stdout })
  const closed = once(child, 'close')
  const ended = closed.then(([code]): never => {
    throw new Error(`${words.join(' ')} 停了（${code}）：\n${said}`)
  })
  ended.catch(() => {})
  return {
    pid,
    say: (line) => void stdin.write(`${line}\n`),
    line: () => atMost(patience, Promise.race([nextLine(lines), ended])),
    ended,
    async stop() {
      process.off('exit', kill)
      kill()
      await closed
    },
    async hangUp() {
      process.off('exit', kill)
      stdin.end()
      await closed
    },
  }
}

async function nextLine(lines: ReturnType<typeof createInterface>): Promise<string> {
  const [line]: string[] = await once(lines, 'line')
  return line ?? ''
}

/** Rejects when it takes longer than so many milliseconds. */
export async function atMost<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${ms / 1000} 秒还没有完成`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
