import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The packages used to build the fonts. A new version of any of them triggers a rebuild. */
export const PACKAGES = [
  '@expo-google-fonts/noto-serif-sc',
  '@expo-google-fonts/noto-sans-sc',
  'lxgw-wenkai-webfont',
  '@expo-google-fonts/inconsolata',
  '@expo-google-fonts/noto-emoji',
  '@expo-google-fonts/noto-sans-math',
  '@expo-google-fonts/noto-sans-symbols',
  '@expo-google-fonts/noto-sans-symbols-2',
  'fonteditor-core',
  'fontkit',
  'fontverter',
  'subset-font',
] as const

/** @throws {Error} when it is not installed. */
export function folderOf(name: string): string {
  const { resolve } = createRequire(import.meta.url)
  // Resolves the main entry, because some packages do not export package.json.
  let folder = dirname(resolve(name))
  while (nameIn(folder) !== name) {
    if (dirname(folder) === folder) throw new Error(`${name} is not installed`)
    folder = dirname(folder)
  }
  return folder
}

/** Returns the version of an installed package. */
export function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(folderOf(name), 'package.json'), 'utf8'),
  )
  return manifest.version
}

function nameIn(folder: string): string | undefined {
  try {
    const manifest: { name?: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    return manifest.name
  } catch {
    return undefined
  }
}
