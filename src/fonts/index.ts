import { stat } from 'node:fs/promises'
import type { Place } from '../model/place.js'
import type { Settings } from '../model/settings.js'
import { type BundledFaces, readBundledFaces } from './bundled.js'
import { allFaces, type ChosenFonts, chooseFonts } from './choose.js'
import { type Coverage, coverageOf } from './coverage.js'
import type { FontFace } from './face.js'
import { type FontPlaces, fontFolders } from './folders.js'
import { installedFaces } from './installed.js'
import { readFaces } from './names.js'

/** The chosen fonts of an issue and what they can draw. */
export interface Fonts {
  chosen: ChosenFonts
  coverage: Coverage
  bundled: BundledFaces
  /** All faces found on this machine; empty for `bundled`. */
  installed: readonly FontFace[]
  /** All files and folders that the choice depends on, including those that do not exist. */
  dependsOn: string[]
}

/** The input of the font choice. The caller reads the environment. */
export interface FontsRequest {
  wanted: Settings['fonts']
  /** Place of `fonts:`; unused if the setting is absent. */
  place: Place
  bundledFolder: string
  cacheFolder: string
  places: FontPlaces
}

/**
 * Chooses the fonts of an issue. With `bundled`, no system folder is read. Problems with `fonts:`
 * are in `chosen.diagnostics`.
 *
 * @throws Fault `environment` if the bundled fonts are missing.
 */
export async function fonts(request: FontsRequest): Promise<Fonts> {
  const { wanted, place, bundledFolder, cacheFolder, places } = request
  const searched = wanted === 'bundled' ? [] : fontFolders(places)
  const seen = new Set<string>()
  const [bundled, installed, configured] = await Promise.all([
    readBundledFaces(bundledFolder),
    wanted === 'bundled' ? [] : installedFaces(searched, cacheFolder, seen),
    configuredFaces(wanted),
  ])
  const chosen = chooseFonts(wanted, { bundled, installed, configured }, place)
  return {
    chosen,
    coverage: await coverageOf(chosen, bundled),
    bundled,
    installed,
    dependsOn: [...searched, ...seen, ...allFaces(chosen).map(({ face }) => face.file)],
  }
}

async function configuredFaces(wanted: Settings['fonts']) {
  const faces = new Map<string, FontFace[] | 'missing' | 'unreadable'>()
  if (wanted === undefined || wanted === 'bundled') return faces
  for (const value of Object.values(wanted)) {
    if (typeof value !== 'object') continue
    const { absolute } = value
    const there = await stat(absolute).catch(() => undefined)
    faces.set(
      absolute,
      there ? await readFaces(absolute).catch(() => 'unreadable' as const) : 'missing',
    )
  }
  return faces
}
