import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copiedIssue } from './copied-issue.js'

/** Writes issue 54 without its pictures and their captions. Returns its folder. */
export async function writeTextOnly(into: string): Promise<string> {
  const folder = await copiedIssue(into)
  await rm(join(folder, 'images'), { recursive: true })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    if (name.endsWith('.md'))
      await writeFile(path, text.replace(/!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/g, ''))
    else await writeFile(path, text.replace(/^(?:cover|封面).*\n/m, ''))
  }
  return folder
}
