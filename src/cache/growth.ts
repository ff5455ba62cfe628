import { appendFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Holds a character for every 64 KB written: many processes can lengthen it at once, and its size is known without reading it. */
const GROWTH = 'growth'
const UNIT = 65_536

/** Notes that some bytes were added to a store's folder. */
export async function noteGrowth(folder: string, bytes: number): Promise<void> {
  if (bytes === 0) return
  await appendFile(join(folder, GROWTH), '.'.repeat(Math.ceil(bytes / UNIT))).catch(() => {})
}

/** Bytes, rounded up, that were added since the folder was last put in order. */
export async function growthOf(folder: string): Promise<number> {
  const noted = await stat(join(folder, GROWTH)).catch(() => undefined)
  return (noted?.size ?? 0) * UNIT
}

/** Begins to count anew. */
export const forgetGrowth = (folder: string): Promise<void> =>
  rm(join(folder, GROWTH), { force: true }).catch(() => {})
