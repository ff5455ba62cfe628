import type { World } from '../world.js'
import type { Snapshot, TakeSnapshot } from './snapshot.js'
import { keyOf } from './snapshot.js'
import type { WatchedPath } from './watched-path.js'

/** A world that records which files a build reads. */
export interface TrackedWorld {
  world: World
  /**
   * Returns the paths that the build read in addition to its folder and settings: pictures, fonts,
   * its template.
   */
  watchedPaths(): WatchedPath[]
  /** Returns their states just before they were read. */
  states(): Promise<Snapshot>
}

/** Wraps `world` for one build. `beforePrint` can stop the build by throwing. */
export function trackDependencies(
  world: World,
  snapshotOf: TakeSnapshot,
  beforePrint: () => Promise<void>,
): TrackedWorld {
  const seen = new Map<string, { watchedPath: WatchedPath; state: Promise<Snapshot> }>()
  const record = (kind: WatchedPath['kind'], path: string) => {
    const watchedPath = { kind, path }
    const key = keyOf(watchedPath)
    if (!seen.has(key)) seen.set(key, { watchedPath, state: snapshotOf([watchedPath]) })
  }
  return {
    world: {
      ...world,
      readTemplate(template) {
        if (typeof template !== 'string') record('template', template.absolute)
        return world.readTemplate(template)
      },
      async readPicture(request, options) {
        record('file', request.absolute)
        const picture = await world.readPicture(request, options)
        if (picture.value) record('file', picture.value.file)
        return picture
      },
      chooseFonts(wanted, place) {
        for (const font of fontFiles(wanted)) record('file', font)
        return world.chooseFonts(wanted, place)
      },
      async print(html, fonts, options) {
        await beforePrint()
        return world.print(html, fonts, options)
      },
    },
    watchedPaths: () => [...seen.values()].map(({ watchedPath }) => watchedPath),
    async states() {
      const states = await Promise.all([...seen.values()].map(({ state }) => state))
      return new Map(states.flatMap((state) => [...state]))
    },
  }
}

type Wanted = Parameters<World['chooseFonts']>[0]

/** Returns the font files that `fonts:` names. */
const fontFiles = (wanted: Wanted): string[] =>
  typeof wanted === 'object'
    ? Object.values(wanted).flatMap((font) => (typeof font === 'string' ? [] : font.absolute))
    : []
