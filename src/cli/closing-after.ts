import type { World } from '../engine/world.js'
import { exitCodes } from '../model/exit-codes.js'

/** What a command has opened and must close at its end, however it ends. */
export interface Opened {
  /** The world, undefined as long as nothing needed it. */
  world: () => Promise<World> | undefined
  /** Its writes are waited for. */
  cache: { store: { settle(): Promise<unknown> } } | undefined
}

/**
 * Does the work of a command and closes what it opened. Ctrl-C and SIGTERM close the world, since
 * its browsers leave temporary folders, and end the process with 130.
 */
export async function closingAfter<T>(opened: Opened, work: () => Promise<T>): Promise<T> {
  const onInterrupt = () => {
    void Promise.resolve(opened.world())
      .then((open) => open?.close())
      .finally(() => process.exit(exitCodes.interrupted))
  }
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt)
  try {
    return await work()
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt)
    await Promise.all([
      // A world that could not be opened was reported by the work.
      opened.world()?.then(
        (open) => open.close(),
        () => {},
      ),
      opened.cache?.store.settle(),
    ])
  }
}
