import { readFileSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../system/package.js'

/** Path of the build id, which `scripts/build-id.ts` writes. */
const BUILD_ID = 'dist/build-id'

/**
 * Returns an id of this build of the program, the Node version and the platform. Undefined when the
 * program runs from its sources, which may change between runs: then nothing is cached.
 */
export function toolId(): string | undefined {
  const root = packageRoot()
  if (!fileURLToPath(import.meta.url).startsWith(join(root, 'dist') + sep)) return undefined
  try {
    const build = readFileSync(join(root, BUILD_ID), 'utf8')
    return [build, process.version, process.platform, process.arch].join(' ')
  } catch {
    return undefined
  }
}

/** Packages outside the bundle that process pictures and fonts. */
const packages = ['sharp', 'fontkit', 'subset-font'] as const

/** Returns an id of the installed versions of these packages, one per line. */
export const packagesId = (): string => packages.map(packageId).join('\n')

/**
 * Resolves the package as Node does, but does not read its package.json: reading the three files
 * takes as long as the rest of the check.
 */
function packageId(name: string): string {
  for (let folder = packageRoot(); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, 'package.json')
    const collected = statSync(path, { throwIfNoEntry: false })
    if (collected) return `${path} ${collected.size} ${collected.mtimeMs}`
    if (folder === dirname(folder)) return name
  }
}
