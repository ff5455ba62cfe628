import { watch } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { inTime, startBackground } from './background.js'
import type { Contender } from './contender.js'
import { type BenchContext, bulletinProgram, outFolder } from './context.js'
import type { EditedIssue } from './edited-issue.js'
import { rest } from './rest.js'

/**
 * `bulletin build --watch`: from saving an article until the new PDF is in place. `stop` ends the
 * process.
 */
export async function watching(
  { folder: issue, fix }: EditedIssue,
  context: BenchContext,
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const out = await outFolder(context, 'watch')
  const pdf = join(out, 'issue-54.pdf')
  const first = placed(out, 'issue-54.pdf')
  const command = [...bulletinProgram(), 'build', issue, '--watch', '-o', pdf] as const
  const watcher = startBackground(command, context.env)
  await Promise.race([first, watcher.ended])
  const contender: Contender = {
    name: '--watch 改一段',
    pdfs: [pdf],
    async run(onStart = () => {}) {
      await rest()
      onStart(watcher.pid)
      const since = performance.now()
      const next = placed(out, 'issue-54.pdf')
      await fix()
      await Promise.race([next, watcher.ended])
      return performance.now() - since
    },
  }
  return { contender, stop: watcher.stop }
}

/** Resolves when a file of that name appears in the folder. */
function placed(folder: string, name: string): Promise<void> {
  const control = new AbortController()
  const place = new Promise<void>((resolve) => {
    watch(folder, { signal: control.signal }, (_, file) => {
      if (file === name) resolve()
    })
  })
  return inTime(place).finally(() => control.abort())
}
