import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const NAME = '@sparticuz/chromium'

/**
 * Returns the folder of the optional package that contains a browser; undefined if npm did not
 * install it. Its `package.json` is not exported, so the folder is derived from its main file.
 */
export function bundledPackage(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(NAME)
    return main.slice(0, main.lastIndexOf(path.join('chromium', 'build')) + 'chromium'.length)
  } catch {
    return undefined
  }
}

/** Returns the version of the package, such as `147.0.0`. */
export function bundledVersion(folder: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  return version
}
