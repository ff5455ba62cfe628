import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NeighbourSource } from '../../model/source.js'
import { readSettings } from './settings.js'
import { isIgnored } from './walk.js'

/** The number of neighbouring issues read; a folder with more is an archive. */
const MAX_NEIGHBOURS = 400

/**
 * Reads the `bulletin.yaml` of the other issues in the same folder. Errors in them do not concern
 * this issue: a folder that cannot be read is skipped.
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
  const read = names.slice(0, MAX_NEIGHBOURS).map(async (name) => {
    const found = await readSettings(join(above, name), { cwd, within: above }).catch(
      () => undefined,
    )
    return found?.value ? [{ name, settings: found.value }] : []
  })
  return (await Promise.all(read)).flat()
}
