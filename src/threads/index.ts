import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { SourceFile } from '../model.js'
import { packageRoot } from '../package.js'
import type { Tasks } from './tasks.js'

/** A task over many sources, as it goes to a thread. */
export interface Job<T extends keyof Tasks> {
  task: T
  work: readonly { file: SourceFile; options: Parameters<Tasks[T]>[1] }[]
  /** Shared memory: the index of the next source that nobody has taken. */
  next: Int32Array<SharedArrayBuffer>
}

/** What one thread did of a job, by the index of the source. */
export type Share<T extends keyof Tasks> = Map<number, ReturnType<Tasks[T]>>

/** Sources of one issue from which on a second thread saves more than its start costs, 0.1–0.2 s. */
const worthAThread = 60
/** The same for each of several issues, which share the start. */
const worthASeat = 8

/** Most threads: what concerns the whole issue is not shared. */
const mostThreads = 4

/** Does a task to many sources, on several processors when that is quicker. */
export interface Threads {
  /**
   * The results in the order of the work, the same however many threads there are. `onDone` is told
   * of each as soon as it is here, in any order.
   */
  each<T extends keyof Tasks>(
    task: T,
    work: Job<T>['work'],
    onDone?: (result: ReturnType<Tasks[T]>) => void,
  ): Promise<ReturnType<Tasks[T]>[]>
  close(): Promise<void>
}

/** Threads for a run over so many issues; they start when the first work comes that is worth it. */
export function openThreads({
  issues,
  file = join(packageRoot(), 'dist/thread.js'),
  processors = availableParallelism(),
}: {
  issues: number
  file?: string
  processors?: number
}): Threads {
  const least = issues > 4 ? worthASeat : worthAThread
  let seats: Seat[] | undefined
  const start = () => {
    const count = existsSync(file) ? Math.min(processors, mostThreads) - 1 : 0
    seats ??= Array.from({ length: count }, () => seatFor(file))
    return seats
  }
  return {
    async each(task, work, onDone = () => {}) {
      const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
      const job = { task, work, next }
      const others = work.length >= least ? start().map((seat) => seat.share(job)) : []
      const { perform, shareOf } = await import('./tasks.js')
      // This thread takes its share as well, and then waits for the last of the others.
      const done: Share<typeof task> = new Map()
      const take = (index: number, result: ReturnType<Tasks[typeof task]>) => {
        done.set(index, result)
        onDone(result)
      }
      for (const [index, result] of shareOf(job)) {
        take(index, result)
        // The browser that is starting has something to say in between.
        await setImmediate()
      }
      for (const share of await Promise.all(others)) {
        for (const [index, result] of share) take(index, result)
      }
      // A thread that died took what it had with it.
      return work.map((one, index) => {
        const before = done.get(index)
        if (before) return before
        const result = perform(task, one)
        onDone(result)
        return result
      })
    },
    async close() {
      await Promise.all((seats ?? []).map((seat) => seat.close()))
    },
  }
}

interface Seat {
  /** What the thread did of a job; nothing when it died. */
  share<T extends keyof Tasks>(job: Job<T>): Promise<Share<T>>
  close(): Promise<unknown>
}

function seatFor(file: string): Seat {
  const worker = new Worker(file)
  let isDead = false
  worker.on('error', () => {
    isDead = true
  })
  return {
    share: <T extends keyof Tasks>(job: Job<T>) =>
      new Promise<Share<T>>((resolve) => {
        const end = (done: Share<T>) => {
          worker.off('message', end).off('exit', give)
          resolve(done)
        }
        const give = () => {
          isDead = true
          end(new Map())
        }
        if (isDead) return resolve(new Map())
        worker.on('message', end).on('exit', give)
        worker.postMessage(job)
      }),
    close: () => worker.terminate(),
  }
}
