import { parentPort } from 'node:worker_threads'
import type { Job } from './index.js'
import type { Tasks } from './tasks.js'
import { shareOf } from './tasks.js'

/** A thread: takes its share of every job that it is told of. */
export function serve(): void {
  parentPort?.on('message', (job: Job<keyof Tasks>) =>
    parentPort?.postMessage(new Map(shareOf(job))),
  )
}
