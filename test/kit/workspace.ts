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

/** The checkout. */
export const root = join(import.meta.dirname, '../..')

/** Files by their path inside a folder. */
export type Files = Record<string, string | Uint8Array>

/** A temporary folder of a test file, removed after its last test. */
export function workspace(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `bulletin-test-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files into a folder that is made when missing. */
export function writeFiles(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/**
 * Copies an issue of `fixtures/` with its parent's settings to where it prints with the bundled
 * fonts alone: the same pages on every machine. Returns the copy's folder.
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
