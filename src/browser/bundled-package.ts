import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const NAME = '@sparticuz/chromium'

/**
 * Folder of the optional package that carries a browser; undefined when npm left it out.
 * Its `package.json` is not exported, hence the walk up from its main file.
 */
export function bundledPackage(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(NAME)
    return main.slice(0, main.lastIndexOf(path.join('chromium', 'build')) + 'chromium'.length)
  } catch {
    return undefined
  }
}

/** Version of the package, as in `147.0.0`. */
export function bundledVersion(folder: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  return version
}
