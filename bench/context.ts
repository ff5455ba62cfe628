import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolderOf } from '../src/browser/index.js'
import { packageRoot } from '../src/system/package.js'
import type { BrowserHere } from './browser-here.js'
import { browserHere } from './browser-here.js'

/** What all scenes share. */
export interface BenchContext {
  /** A temporary folder, removed in the end. */
  folder: string
  /** The environment, with a cache that is empty but for the unpacked browser. */
  env: NodeJS.ProcessEnv
  browser: BrowserHere
  /** How many back issues a batch has. */
  issues: number
}

export async function contextIn(folder: string, issues: number): Promise<BenchContext> {
  // Unpacks the browser where it usually lies, when it never was.
  await browserHere(process.env)
  const usual = await cacheFolderOf(process.env)
  const cache = join(folder, 'cache')
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(usual)) {
    if (name.startsWith('chromium-')) await symlink(join(usual, name), join(cache, name))
  }
  const env = { ...process.env, BULLETIN_CACHE: cache }
  return { folder, env, browser: await browserHere(env), issues }
}

/** A folder for the PDFs of a contender. */
export async function outFolder({ folder }: BenchContext, name: string): Promise<string> {
  const out = join(folder, 'out', name)
  await mkdir(out, { recursive: true })
  return out
}

/** The program as it is installed. */
export const bulletinProgram = (): [program: string, ...words: string[]] => [
  process.execPath,
  join(packageRoot(), 'bin/bulletin.js'),
]
