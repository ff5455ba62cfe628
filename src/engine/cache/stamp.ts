import { stat } from 'node:fs/promises'

/**
 * Returns size and modification time of a file, or modification time of a folder. Sufficient to
 * detect changes of fonts and programs.
 */
async function stampOf(path: string): Promise<string> {
  const collected = await stat(path).catch(() => undefined)
  if (!collected) return 'none'
  return collected.isDirectory()
    ? `folder ${collected.mtimeMs}`
    : `${collected.size} ${collected.mtimeMs}`
}

/** Returns the stamps of files and folders, by path. */
export async function stampsOf(paths: readonly string[]): Promise<Record<string, string>> {
  const once = [...new Set(paths)]
  return Object.fromEntries(
    await Promise.all(once.map(async (path) => [path, await stampOf(path)] as const)),
  )
}
