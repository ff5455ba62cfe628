import type { ExamineOptions } from '../check/examine.js'
import { examine } from '../check/examine.js'
import { fixArticle } from '../check/fix-article.js'
import type { SourceFile } from '../model.js'

/** What is done to every source by itself, so that several threads can share it. */
export const tasks = {
  examine,
  mend: (file: SourceFile, options: ExamineOptions) => {
    const { text, mended } = fixArticle(file, options)
    return { text, count: mended.length }
  },
} satisfies Record<string, (file: SourceFile, options: ExamineOptions) => unknown>

export type Tasks = typeof tasks

/** A task over many sources, as it goes to a thread. */
export interface Job {
  task: keyof Tasks
  files: readonly SourceFile[]
  options: ExamineOptions
  /** Shared memory: the index of the next source that nobody has taken. */
  next: Int32Array<SharedArrayBuffer>
}

/** The sources of a job that this thread could take, one after another, until none is left. */
export function takeShare({ task, files, options, next }: Job): Map<number, unknown> {
  const done = new Map<number, unknown>()
  for (;;) {
    const index = Atomics.add(next, 0, 1)
    const file = files[index]
    if (file === undefined) return done
    done.set(index, tasks[task](file, options))
  }
}
