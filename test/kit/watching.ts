import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { IssueReport } from '../../src/model/report.js'
import type { Run, RunOptions } from './program.js'
import { start } from './program.js'

/** A report of `--watch --json`. */
export type RebuiltReport = IssueReport & { changed: string[]; took: number }

/** A running `bulletin build … --watch`. */
export interface Watching {
  pid: number
  /** The next report that it prints (`--json`). */
  report(): Promise<RebuiltReport>
  /** Reports up to and including the first that `fits`. */
  reportsUntil(fits: (report: RebuiltReport) => boolean): Promise<RebuiltReport[]>
  /** Lines of stderr up to and including the first that matches. */
  until(pattern: RegExp): Promise<string>
  /** Sends SIGINT (Ctrl-C) and waits for the process to end. */
  stop(): Promise<Run>
}

/** Starts a watch. The caller has to stop it. */
export function watching(words: readonly string[], options: RunOptions = {}): Watching {
  const child = start(['build', ...words, '--watch'], options)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.on('data', (text: string) => {
    said.stderr += text
  })
  const out = createInterface(child.stdout)[Symbol.asyncIterator]()
  const err = createInterface(child.stderr)[Symbol.asyncIterator]()
  const ended = once(child, 'close').then(([code]): Run => ({ code: code ?? undefined, ...said }))
  const next = async (from: AsyncIterator<string>): Promise<string> => {
    const { value, done } = await from.next()
    if (!done) return value
    const { code, stderr } = await ended
    throw new Error(`the watch ended with ${code}: ${stderr}`)
  }
  const report = async () => JSON.parse(await next(out)) as RebuiltReport
  return {
    pid: child.pid ?? 0,
    report,
    async reportsUntil(fits) {
      const reports = [await report()]
      while (!reports.slice(-1).some(fits)) reports.push(await report())
      return reports
    },
    async until(pattern) {
      const read = [await next(err)]
      while (!pattern.test(read.at(-1) ?? '')) read.push(await next(err))
      return read.join('\n')
    },
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}
