import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const fileIn = (root: string) => join(root, 'dist/build-id')

/** While the program is half built it has no name, and nothing is taken from the cache. */
export const forgetBuildId = (root: string): Promise<void> => rm(fileIn(root), { force: true })

/** Names what `dist/` holds, so that nothing is taken from the cache that another build of the program made. */
export async function writeBuildId(root: string): Promise<void> {
  const dist = join(root, 'dist')
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:cjs|js|json|ttf)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  const hash = createHash('sha256')
  for (const path of paths) hash.update(relative(dist, path)).update(await readFile(path))
  await writeFile(fileIn(root), hash.digest('hex'))
}
