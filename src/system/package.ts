import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package: where `templates/` and `dist/fonts/` lie, whether bundled or run from source. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [join(here, '..'), join(here, '../..')].find((folder) =>
    existsSync(join(folder, 'templates/shared')),
  )
  if (found === undefined) throw new Error(`templates/ is missing beside ${here}`)
  return found
}

/** The version in `package.json`. */
export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
