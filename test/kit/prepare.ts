import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that lives as long as the run: what several test files print once. */
    runFolder: string
  }
}

/**
 * Before all tests: the program and its fonts are built, so that every test finds them, and a
 * folder for the whole run is made. Returns what removes it.
 */
export function setup(project: TestProject): () => void {
  const root = join(import.meta.dirname, '../..')
  const built = ['dist/start.js', 'dist/fonts/coverage.json'].every((file) =>
    existsSync(join(root, file)),
  )
  // `npm test` has just built them; only a single test run by hand on a fresh checkout has not.
  if (!built) {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
    execFileSync(process.execPath, [tsx, join(root, 'scripts/build.ts')], { stdio: 'inherit' })
  }
  const runFolder = mkdtempSync(join(tmpdir(), 'bulletin-test-run-'))
  project.provide('runFolder', runFolder)
  return () => rmSync(runFolder, { recursive: true, force: true })
}
