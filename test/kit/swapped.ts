import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Takes a path, a file outside, the folder for what comes next, and the text of the file itself. */
const swap = `
const { renameSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const [path, outside, spare, own] = process.argv.slice(1)
const next = join(spare, 'next')
// One that was killed may have left its link.
rmSync(next, { force: true })
process.send('ready')
for (;;) {
  symlinkSync(outside, next); renameSync(next, path)
  writeFileSync(next, own); renameSync(next, path)
}`

/**
 * Runs work while another process swaps a file for a link to one outside and back, as fast as it can
 * (Linux).
 *
 * @param spare a folder beside, on the same disk, which nobody reads.
 */
export async function whileSwapped(
  path: string,
  { own, outside, spare }: { own: string; outside: string; spare: string },
  work: () => Promise<void>,
): Promise<void> {
  for (const folder of [dirname(path), spare]) mkdirSync(folder, { recursive: true })
  writeFileSync(path, own)
  const args = ['-e', swap, path, outside, spare, own]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== null) throw new Error(`the swapping process ended with ${code}`)
  })
  // A rejection is for the end, also when the work fails first.
  ended.catch(() => undefined)
  try {
    await Promise.race([once(child, 'message'), ended])
    await work()
  } finally {
    child.kill('SIGKILL')
  }
  await ended
}
