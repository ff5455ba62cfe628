import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ExamineOptions } from '../check/examine.js'
import type { SourceFile } from '../model.js'
import { packageRoot } from '../package.js'
import type { Job, Tasks } from './check-tasks.js'
import { takeShare, tasks } from './check-tasks.js'

/** Sources of one issue from which on a second thread saves more than its start costs, 0.1–0.2 s. */
const worthAThread = 60
/** The same for each of several issues, which share the start. */
const worthASeat = 8
/** Most threads: reading and the rules for the whole issue are not shared. */
const mostThreads = 4

/** Does a task to many sources, on several processors when that is quicker. */
export interface CheckThreads {
  /** The results in the order of the sources, the same however many threads there are. */
  each<T extends keyof Tasks>(
    task: T,
    files: readonly SourceFile[],
    options: ExamineOptions,
  ): Promise<ReturnType<Tasks[T]>[]>
  close(): Promise<void>
}

/** Threads for a run over so many issues; they start when the first work for them comes. */
export function checkThreads({
  issues,
  file = join(packageRoot(), 'dist/check-thread.js'),
  processors = availableParallelism(),
}: {
  issues: number
  file?: string
  processors?: number
}): CheckThreads {
  const least = issues > 4 ? worthASeat : worthAThread
  const count = existsSync(file) ? Math.min(processors, mostThreads) - 1 : 0
  let seats: Seat[] | undefined
  return {
    async each(task, files, options) {
      const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
      const job: Job = { task, files, options, next }
      const isMuch = files.length >= least
      if (isMuch) seats ??= Array.from({ length: count }, () => seatFor(file))
      const others = isMuch ? (seats ?? []).map((seat) => seat.share(job)) : []
      // This thread takes its share as well, and then waits for the last of the others.
      const shares = [takeShare(job), ...(await Promise.all(others))]
      const done = new Map(shares.flatMap((share) => [...share]))
      return files.map((source, index) => {
        // A thread that died took what it had with it.
        const result = done.has(index) ? done.get(index) : tasks[task](source, options)
        return result as ReturnType<Tasks[typeof task]>
      })
    },
    async close() {
      await Promise.all((seats ?? []).map((seat) => seat.close()))
    },
  }
}

interface Seat {
  /** What the thread did of a job; nothing when it died. */
  share(job: Job): Promise<Map<number, unknown>>
  close(): Promise<unknown>
}

function seatFor(file: string): Seat {
  const worker = new Worker(file)
  let isDead = false
  worker.on('error', () => {
    isDead = true
  })
  return {
    share: (job) =>
      new Promise((resolve) => {
        if (isDead) return resolve(new Map())
        const end = (done: Map<number, unknown>) => {
          worker.off('message', end).off('exit', give)
          resolve(done)
        }
        const give = () => {
          isDead = true
          end(new Map())
        }
        worker.on('message', end).on('exit', give)
        worker.postMessage(job)
      }),
    close: () => worker.terminate(),
  }
}
