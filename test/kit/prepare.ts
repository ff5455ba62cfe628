import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Before all tests: the program and its fonts are built, so that every test finds them. */
export function setup(): void {
  const root = join(import.meta.dirname, '../..')
  const built = ['dist/main.js', 'dist/fonts/coverage.json'].every((file) => existsSync(join(root, file)))
  // `npm test` has just built them; only a single test run by hand on a fresh checkout has not.
  if (!built) execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/build.ts')], { stdio: 'inherit' })
}
