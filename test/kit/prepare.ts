import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that exists for the whole run, for prints shared by several test files. */
    runFolder: string
  }
}

/**
 * Global setup: builds the program and its fonts, and creates the run's folder. Returns the
 * teardown function.
 */
export function setup(project: TestProject): () => void {
  const root = join(import.meta.dirname, '../..')
  const built = ['dist/start.js', 'dist/fonts/coverage.json'].every((file) =>
    existsSync(join(root, file)),
  )
  // `npm test` builds first; only a single test run by hand on a fresh checkout needs this build.
  if (!built) {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
    execFileSync(process.execPath, [tsx, join(root, 'scripts/build.ts')], { stdio: 'inherit' })
  }
  const runFolder = mkdtempSync(join(tmpdir(), 'bulletin-test-run-'))
  project.provide('runFolder', runFolder)
  return () => rmSync(runFolder, { recursive: true, force: true })
}
