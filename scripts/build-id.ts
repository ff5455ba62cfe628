import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const fileIn = (root: string) => join(root, 'dist/build-id')

/** Removes the build id before a build: an incomplete build must not use the cache. */
export const forgetBuildId = (root: string): Promise<void> => rm(fileIn(root), { force: true })

/**
 * Writes the build id, a digest of `dist/` and of the templates. The cache uses it to ignore results
 * of other builds of the program.
 */
export async function writeBuildId(root: string): Promise<void> {
  const entries = await Promise.all(
    ['dist', 'templates'].map((folder) =>
      readdir(join(root, folder), { recursive: true, withFileTypes: true }),
    ),
  )
  const paths = entries
    .flat()
    .filter((entry) => entry.isFile() && /\.(?:cjs|js|json|ttf|hbs|css)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  const hash = createHash('sha256')
  for (const path of paths) hash.update(relative(root, path)).update(await readFile(path))
  await writeFile(fileIn(root), hash.digest('hex'))
}
