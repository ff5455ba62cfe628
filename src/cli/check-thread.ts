import { parentPort } from 'node:worker_threads'
import type { Job } from './check-tasks.js'
import { takeShare } from './check-tasks.js'

/** A thread of `bulletin check`: takes its share of every job that it is told of. */
export function serveChecks(): void {
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(takeShare(job)))
}
