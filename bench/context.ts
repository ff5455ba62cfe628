import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolderOf } from '../src/browser/index.js'
import { packageRoot } from '../src/system/package.js'
import type { BrowserHere } from './browser-here.js'
import { browserHere } from './browser-here.js'

/** The environment shared by all scenes. */
export interface BenchContext {
  /** A temporary folder, removed at the end. */
  folder: string
  /** The environment variables, with a cache that contains only the unpacked browser. */
  env: NodeJS.ProcessEnv
  browser: BrowserHere
  /** The number of issues in the batch scene. */
  issues: number
  /** The number of pictures in the pictures scene. */
  pictures: number
}

/** Creates the environment of the scenes in `folder`. `sizes` are those of generated issues. */
export async function contextIn(
  folder: string,
  sizes: Pick<BenchContext, 'issues' | 'pictures'>,
): Promise<BenchContext> {
  // Unpacks the browser into the usual cache if necessary.
  await browserHere(process.env)
  const usual = await cacheFolderOf(process.env)
  const cache = join(folder, 'cache')
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(usual)) {
    if (name.startsWith('chromium-')) await symlink(join(usual, name), join(cache, name))
  }
  const env = { ...process.env, BULLETIN_CACHE: cache }
  return { folder, env, browser: await browserHere(env), ...sizes }
}

/** Creates a folder for the PDFs of a contender. */
export async function outFolder({ folder }: BenchContext, name: string): Promise<string> {
  const out = join(folder, 'out', name)
  await mkdir(out, { recursive: true })
  return out
}

/** The command line of the installed program. */
export const bulletinProgram = (): [program: string, ...words: string[]] => [
  process.execPath,
  join(packageRoot(), 'bin/bulletin.js'),
]
