import { stat } from 'node:fs/promises'

/** Size and time of a file, time of a folder: tells whether either was changed, as far as fonts and programs are. */
async function stampOf(path: string): Promise<string> {
  const facts = await stat(path).catch(() => undefined)
  if (!facts) return 'none'
  return facts.isDirectory() ? `folder ${facts.mtimeMs}` : `${facts.size} ${facts.mtimeMs}`
}

/** The stamps of some files and folders by their paths. */
export async function stampsOf(paths: readonly string[]): Promise<Record<string, string>> {
  const once = [...new Set(paths)]
  return Object.fromEntries(
    await Promise.all(once.map(async (path) => [path, await stampOf(path)] as const)),
  )
}
