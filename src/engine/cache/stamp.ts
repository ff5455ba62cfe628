import { stat } from 'node:fs/promises'

/** Size and time of a file, time of a folder: tells whether either was changed, as far as fonts and programs are. */
async function stampOf(path: string): Promise<string> {
  const collected = await stat(path).catch(() => undefined)
  if (!collected) return 'none'
  return collected.isDirectory()
    ? `folder ${collected.mtimeMs}`
    : `${collected.size} ${collected.mtimeMs}`
}

/** The stamps of some files and folders by their paths. */
export async function stampsOf(paths: readonly string[]): Promise<Record<string, string>> {
  const once = [...new Set(paths)]
  return Object.fromEntries(
    await Promise.all(once.map(async (path) => [path, await stampOf(path)] as const)),
  )
}
