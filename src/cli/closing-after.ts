import type { World } from '../engine/world.js'
import { exitCodes } from '../model/exit-codes.js'
import { atInterrupt } from './at-interrupt.js'

/** What a command has opened and must close at its end, however it ends. */
export interface Opened {
  /** The world, undefined as long as nothing needed it. */
  world: () => Promise<Pick<World, 'close'>> | undefined
  /** Its writes are waited for. */
  cache?: { store: { settle(): Promise<unknown> } } | undefined
}

/**
 * Does the work of a command and closes what it opened. A signal that ends the program closes the
 * world, since its browsers leave temporary folders, and ends the process with 130.
 */
export async function closingAfter<T>(opened: Opened, work: () => Promise<T>): Promise<T> {
  // A world that could not be opened was reported by the work.
  const closeWorld = async () => (await opened.world()?.catch(() => undefined))?.close()
  const stopListening = atInterrupt(
    () => void closeWorld().finally(() => process.exit(exitCodes.interrupted)),
  )
  try {
    return await work()
  } finally {
    await Promise.all([closeWorld(), opened.cache?.store.settle()])
    stopListening()
  }
}
