import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/system/package.js'

/** Writes issue 54 without its pictures and their captions. Returns its folder. */
export async function writeTextOnly(into: string): Promise<string> {
  const fixtures = join(packageRoot(), 'fixtures')
  const folder = join(into, 'issue-54')
  await mkdir(into, { recursive: true })
  await cp(join(fixtures, 'issue-54'), folder, { recursive: true })
  await cp(join(fixtures, 'bulletin.yaml'), join(into, 'bulletin.yaml'))
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
