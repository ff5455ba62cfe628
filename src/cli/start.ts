import module from 'node:module'
import { join } from 'node:path'
import { exitCodes } from '../model/exit-codes.js'
import { cacheFolderOf } from '../system/cache-folder.js'
import { isTooManyFiles, tooManyFilesText } from './too-many-files.js'

/** Exists from Node 22.1; the installed types are those of the oldest supported Node. */
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown }

/**
 * Runs the program. Enables Node's compile cache in the cache folder, where Node supports it,
 * before the program is loaded. Exits after all output is written.
 */
export async function start(): Promise<void> {
  const folder = await cacheFolderOf(process.env).catch(() => undefined)
  if (folder !== undefined) enableCompileCache?.(join(folder, 'compiled'))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endOfReader)
  const { main } = await import('./main.js').catch(cannotLoad)
  await main()
  await Promise.all([process.stdout, process.stderr].map(drained))
  // A pending timer of an unused page would otherwise keep the process alive for half a minute.
  process.exit()
}

/** The program's own files could not be opened, before there is anything that could report it. */
function cannotLoad(error: unknown): never {
  if (!isTooManyFiles(error)) throw error
  process.stderr.write(`${tooManyFilesText}\n`)
  process.exit(exitCodes.environment)
}

/** Ends quietly when nobody reads the output any more, as after `| head`; throws any other error. */
function endOfReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

/** Waits until a stream has written all its buffered output. */
async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength > 0) await new Promise((resolve) => stream.write('', resolve))
}
