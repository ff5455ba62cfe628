import { examine } from '../check/examine.js'
import { fixArticle } from '../check/fix-article.js'
import { parseArticle } from '../parse/index.js'
import type { Job } from './index.js'

/** What is done to every source by itself, so that several threads can share it. Gives plain data. */
export const tasks = {
  parse: parseArticle,
  examine,
  mend: (...[file, options]: Parameters<typeof fixArticle>) => {
    const { text, mended } = fixArticle(file, options)
    return { text, count: mended.length }
  },
}

export type Tasks = typeof tasks

/** The sources of a job that this thread can take, one after another, until none is left. */
export function* shareOf<T extends keyof Tasks>({
  task,
  work,
  next,
}: Job<T>): Generator<[number, ReturnType<Tasks[T]>]> {
  for (;;) {
    const index = Atomics.add(next, 0, 1)
    const taken = work[index]
    if (taken === undefined) return
    yield [index, perform(task, taken)]
  }
}

/** A task on one source, in this thread. */
export function perform<T extends keyof Tasks>(
  task: T,
  { file, options }: Job<T>['work'][number],
): ReturnType<Tasks[T]> {
  // Which task it is, and what it needs, are of one kind by the type of `Job`; the table forgets that.
  const run = tasks[task] as (source: typeof file, wish: typeof options) => ReturnType<Tasks[T]>
  return run(file, options)
}
