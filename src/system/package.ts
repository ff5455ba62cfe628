import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @throws {Error} when `templates/` is not found. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [join(here, '..'), join(here, '../..')].find((folder) =>
    existsSync(join(folder, 'templates/shared')),
  )
  if (found === undefined) throw new Error(`templates/ is missing beside ${here}`)
  return found
}

/** Returns the version in `package.json`. */
export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
