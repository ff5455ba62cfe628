import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** Root folder of the checkout. */
export const root = join(import.meta.dirname, '../..')

/** File contents by path inside a folder. */
export type Files = Record<string, string | Uint8Array>

/** Creates a temporary folder for a test file; it is removed after the last test. */
export function workspace(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `bulletin-test-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files into a folder, which is created if necessary. */
export function writeFiles(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/**
 * Copies an issue of `fixtures/` with its parent's settings, changed to use only the bundled fonts:
 * the pages are then the same on every machine. Returns the copy's folder.
 */
export function copyFixture(fixture: string, into: string): string {
  const source = join(root, 'fixtures', fixture)
  const folder = join(into, fixture.replaceAll('/', '-'), basename(fixture))
  cpSync(source, folder, { recursive: true })
  const parent = join(dirname(source), 'bulletin.yaml')
  if (existsSync(parent)) cpSync(parent, join(dirname(folder), 'bulletin.yaml'))
  const settings = join(folder, 'bulletin.yaml')
  const text = existsSync(settings) ? readFileSync(settings, 'utf8') : ''
  if (!/^(fonts|字体):/m.test(text)) writeFileSync(settings, `${text}\nfonts: bundled\n`)
  return folder
}
