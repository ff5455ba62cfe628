import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/** How a run of the program ended. */
export interface Run {
  /** Exit code; null when a signal ended it, such as that of the time limit. */
  code: number | null
  stdout: string
  stderr: string
  /** The most memory of the process itself, MB; 0 where there is no /proc. */
  peak: number
}

interface RunOptions {
  cwd: string
  env?: Record<string, string | undefined>
  /** Milliseconds after which the program is killed. */
  limit?: number
}

/** Runs the program with the words of a command. Its cache is off. */
export function run(words: readonly string[], options: RunOptions): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'bin/bulletin.js'), ...words], {
    cwd: options.cwd,
    env: { ...process.env, CI: undefined, BULLETIN_CACHE_SIZE: '0', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.limit ?? 60_000,
    killSignal: 'SIGKILL',
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  let peak = 0
  const watching = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0))
  }, 100)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watching)
      resolve({ code, ...said, peak })
    })
  })
}

/** The most memory that a process has had so far, MB. */
export function peakOf(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return 0
  }
}

/** How long a process has worked so far, in milliseconds; undefined where there is no /proc. */
export function workOf(pid: number): number | undefined {
  try {
    // After the name, which may hold spaces: field 14 is utime, 15 stime, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}
