import module from 'node:module'
import { join } from 'node:path'
import { cacheFolderOf } from '../system/cache-folder.js'

/** Node 22.1 and later; the types are those of the oldest Node that is supported. */
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown }

/**
 * Runs the program. Where Node can keep compiled code between runs it does so in the cache folder:
 * the program is loaded after that, and ends only when all output has been passed on.
 */
export async function start(): Promise<void> {
  const folder = await cacheFolderOf(process.env).catch(() => undefined)
  if (folder !== undefined) enableCompileCache?.(join(folder, 'compiled'))
  const { main } = await import('./main.js')
  await main()
  await Promise.all([process.stdout, process.stderr].map(drained))
  // A timer of a page that was never needed would keep the process for half a minute.
  process.exit()
}

/** Waits until a stream has passed on what was written to it. */
async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength > 0) await new Promise((resolve) => stream.write('', resolve))
}
