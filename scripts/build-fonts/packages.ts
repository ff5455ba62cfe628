import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The packages that the fonts are made of and with. A new version of any makes them anew. */
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

/** The folder of an installed package. */
export function folderOf(name: string): string {
  const { resolve } = createRequire(import.meta.url)
  // By way of the main entry, because not every package lets its package.json be resolved.
  let folder = dirname(resolve(name))
  while (nameIn(folder) !== name) {
    if (dirname(folder) === folder) throw new Error(`${name} is not installed`)
    folder = dirname(folder)
  }
  return folder
}

/** The version of an installed package. */
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
