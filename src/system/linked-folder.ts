import { realpath } from 'node:fs/promises'
import { Fault } from '../model/fault.js'
import { liesIn } from './read-within.js'

/**
 * Refuses to write into a folder that is a link out of the one that it seems to be in.
 *
 * @param purpose what cannot be done, and what to do instead, in Chinese.
 * @throws {Fault} `usage`
 */
export async function refuseLinkedFolder(
  folder: string,
  within: string,
  { purpose, hint }: { purpose: string; hint: string },
): Promise<void> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || liesIn(real, [await realpath(within)])) return
  throw new Fault('usage', `“${folder}”是一个指向文件夹之外的链接，${purpose}。`, hint)
}
