import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process that runs until it is stopped. */
export interface BackgroundProcess {
  pid: number
  /** Writes a line to stdin. */
  write(line: string): void
  /**
   * Resolves with the next line on stdout. Rejects when the process ends, or prints nothing within
   * the timeout.
   */
  nextLine(): Promise<string>
  /** Rejects when the process ends. */
  ended: Promise<never>
  /** Stops the process with SIGTERM and waits for its end. */
  stop(): Promise<void>
  /** Closes stdin and waits for the process to end. */
  endInput(): Promise<void>
}

/**
 * Starts a process in the background.
 *
 * @throws {Error} when it cannot be started.
 */
export function startBackground(
  [program, ...words]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): BackgroundProcess {
  const child: ChildProcess = spawn(program, words, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const { stdin, stdout, stderr, pid } = child
  if (!stdin || !stdout || !stderr || pid === undefined) throw new Error(`${program} 不能运行`)
  let errorOutput = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-2000)
  })
  // Stops the process whenever the benchmark ends, also after a failure.
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  const lines = createInterface({ input: stdout })
  const closed = once(child, 'close')
  const ended = closed.then(([code]): never => {
    throw new Error(`${words.join(' ')} 停了（${code}）：\n${errorOutput}`)
  })
  ended.catch(() => {})
  return {
    pid,
    write: (line) => void stdin.write(`${line}\n`),
    nextLine: () => inTime(Promise.race([lineFrom(lines), ended])),
    ended,
    async stop() {
      process.off('exit', kill)
      kill()
      await closed
    },
    async endInput() {
      process.off('exit', kill)
      stdin.end()
      await closed
    },
  }
}

async function lineFrom(lines: ReturnType<typeof createInterface>): Promise<string> {
  const [line]: string[] = await once(lines, 'line')
  return line ?? ''
}

const timeout = 60_000

/** Rejects when `work` takes longer than 60 s, more than any build of one issue. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${timeout / 1000} 秒还没有完成`)), timeout)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
