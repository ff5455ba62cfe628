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
  /** Every face that was found on this machine; none under `bundled`. */
  installed: readonly FontFace[]
  /** Every file and folder that the choice depends on, also those that are not there. */
  dependsOn: string[]
}

/** What the choice of fonts depends on. The caller reads the environment. */
export interface FontsRequest {
  wanted: Settings['fonts']
  /** Where `fonts:` stands; of no account when it does not. */
  place: Place
  bundledFolder: string
  cacheFolder: string
  places: FontPlaces
}

/**
 * Chooses the fonts of an issue. `bundled` looks at no folder of the system. Troubles with the
 * editor's wishes are `chosen.diagnostics`; throws a `Fault` when the bundled fonts are gone.
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
  for (const wish of Object.values(wanted)) {
    if (typeof wish !== 'object') continue
    const { absolute } = wish
    const there = await stat(absolute).catch(() => undefined)
    faces.set(
      absolute,
      there ? await readFaces(absolute).catch(() => 'unreadable' as const) : 'missing',
    )
  }
  return faces
}
