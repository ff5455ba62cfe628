import { readFileSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../system/package.js'

/** Written by the build; see `scripts/build-id.ts`. */
const BUILD_ID = 'dist/build-id'

/**
 * Names this very build of the program and what runs it. Undefined when the program runs from its
 * sources, which may change under it: then nothing is kept.
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

/** Packages that are not part of the build and that pictures and fonts go through. */
const packages = ['sharp', 'fontkit', 'subset-font'] as const

/** Tells one installation of the program's packages from another. */
export const packagesId = (): string => packages.map(packageId).join('\n')

/** Looked for as Node does, but without reading the package.json of all three, which takes as long as all the rest. */
function packageId(name: string): string {
  for (let folder = packageRoot(); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, 'package.json')
    const collected = statSync(path, { throwIfNoEntry: false })
    if (collected) return `${path} ${collected.size} ${collected.mtimeMs}`
    if (folder === dirname(folder)) return name
  }
}
