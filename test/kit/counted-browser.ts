import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackBundled } from '../../src/browser/bundled.js'
import { browserHere } from '../../src/browser/here.js'
import { cacheFolderOf } from '../../src/system/cache-folder.js'

export interface CountedBrowser {
  /** Value for BULLETIN_BROWSER. */
  program: string
  /** Number of starts so far. */
  starts(): number
}

/** Wraps this machine's browser in a script that records every start. */
export async function countedBrowser(folder: string): Promise<CountedBrowser> {
  const program = join(folder, 'counted-browser')
  const log = join(folder, 'starts')
  const { path, libraries } = await realBrowser()
  const lines = [
    '#!/bin/sh',
    `echo started >> '${log}'`,
    ...(libraries ? [`export LD_LIBRARY_PATH='${libraries}'`] : []),
    `exec '${path}' "$@"`,
  ]
  writeFileSync(program, `${lines.join('\n')}\n`)
  chmodSync(program, 0o755)
  const starts = () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0)
  return { program, starts }
}

/** The browser of this machine, and the folder of libraries that it needs. */
export async function realBrowser(): Promise<{ path: string; libraries?: string }> {
  const found = await browserHere(process.env)
  if (found.kind === 'remote') throw new Error('these tests start a browser of this machine')
  if (found.kind === 'program') return { path: found.path }
  return unpackBundled(found.package, await cacheFolderOf(process.env))
}
