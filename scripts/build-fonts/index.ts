import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FACES } from './faces.js'
import { folderOf } from './packages.js'
import { isCurrent, STAMP, stampOf } from './stamp.js'

/** The licence file of each source, by its file name in the font folder. */
const LICENCES = {
  'NotoSerifSC-OFL.txt': ['@expo-google-fonts/noto-serif-sc', 'LICENSE_FONT'],
  'NotoSansSC-OFL.txt': ['@expo-google-fonts/noto-sans-sc', 'LICENSE_FONT'],
  'LXGWWenKai-OFL.txt': ['lxgw-wenkai-webfont', 'OFL.txt'],
  'Inconsolata-OFL.txt': ['@expo-google-fonts/inconsolata', 'LICENSE_FONT'],
  'NotoEmoji-OFL.txt': ['@expo-google-fonts/noto-emoji', 'LICENSE_FONT'],
  'NotoSansMath-OFL.txt': ['@expo-google-fonts/noto-sans-math', 'LICENSE_FONT'],
  'NotoSansSymbols-OFL.txt': ['@expo-google-fonts/noto-sans-symbols', 'LICENSE_FONT'],
  'NotoSansSymbols2-OFL.txt': ['@expo-google-fonts/noto-sans-symbols-2', 'LICENSE_FONT'],
} as const

/**
 * Builds the bundled fonts, `coverage.json` and the licences in a folder. Does nothing when the
 * folder is up to date. The folder is replaced atomically.
 */
export async function buildFonts(into: string): Promise<void> {
  const stamp = await stampOf()
  if (await isCurrent(into, stamp)) return
  // The font libraries load slowly and are rarely needed.
  const { buildFace } = await import('./face.js')
  const making = `${into}.${process.pid}`
  await mkdir(join(making, 'licences'), { recursive: true })
  try {
    const coverage: Record<string, unknown> = {}
    for (const face of FACES) {
      const built = await buildFace(face)
      await writeFile(join(making, face.file), built.bytes)
      coverage[face.file] = built.coverage
    }
    await writeFile(join(making, 'coverage.json'), JSON.stringify(coverage))
    for (const [name, [from, file]] of Object.entries(LICENCES)) {
      await copyFile(join(folderOf(from), file), join(making, 'licences', name))
    }
    await writeFile(join(making, STAMP), stamp)
    await replace(into, making, stamp)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/**
 * Replaces the folder. If a concurrent build creates the same folder in between, that one is kept.
 */
async function replace(into: string, making: string, stamp: string): Promise<void> {
  await rm(into, { recursive: true, force: true })
  await rename(making, into).catch(async (cause: unknown) => {
    if (!(await isCurrent(into, stamp))) throw cause
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildFonts(resolve(import.meta.dirname, '../../dist/fonts'))
}
