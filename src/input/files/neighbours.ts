import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NeighbourSource } from '../../model/source.js'
import { readSettings } from './settings.js'
import { isIgnored } from './walk.js'

/** Issues of one publication that are looked at; a folder of more is an archive. */
const MOST = 400

/**
 * `bulletin.yaml` of the other issues beside this one. What is wrong in them is not this issue's
 * business: a folder that cannot be read has nothing to say.
 */
export async function readNeighbours(
  folder: string,
  { cwd }: { cwd: string },
): Promise<NeighbourSource[]> {
  const above = dirname(folder)
  const entries = await readdir(above, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isDirectory() && !isIgnored(entry.name))
    .map(({ name }) => name)
    .filter((name) => join(above, name) !== folder)
    .toSorted()
  const read = names.slice(0, MOST).map(async (name) => {
    const found = await readSettings(join(above, name), { cwd, within: above }).catch(
      () => undefined,
    )
    return found?.value ? [{ name, settings: found.value }] : []
  })
  return (await Promise.all(read)).flat()
}
