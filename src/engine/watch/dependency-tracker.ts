import type { World } from '../world.js'
import type { Snapshot, TakeSnapshot } from './snapshot.js'
import { keyOf } from './snapshot.js'
import type { WatchedPath } from './watched-path.js'

/** A world that records which files a build reads. */
export interface LookedAt {
  world: World
  /**
   * Returns the paths that the build read in addition to its folder and settings: pictures, fonts,
   * its template.
   */
  interests(): WatchedPath[]
  /** Returns their states just before they were read. */
  states(): Promise<Snapshot>
}

/** Wraps `world` for one build. `beforePrint` can stop the build by throwing. */
export function lookedAt(
  world: World,
  snapshotOf: TakeSnapshot,
  beforePrint: () => Promise<void>,
): LookedAt {
  const seen = new Map<string, { interest: WatchedPath; state: Promise<Snapshot> }>()
  const look = (kind: WatchedPath['kind'], path: string) => {
    const interest = { kind, path }
    const key = keyOf(interest)
    if (!seen.has(key)) seen.set(key, { interest, state: snapshotOf([interest]) })
  }
  return {
    world: {
      ...world,
      readTemplate(template) {
        if (typeof template !== 'string') look('template', template.absolute)
        return world.readTemplate(template)
      },
      async readPicture(wish, options) {
        look('file', wish.absolute)
        const picture = await world.readPicture(wish, options)
        if (picture.value) look('file', picture.value.file)
        return picture
      },
      chooseFonts(wanted, place) {
        for (const font of fontFiles(wanted)) look('file', font)
        return world.chooseFonts(wanted, place)
      },
      async print(html, fonts, options) {
        await beforePrint()
        return world.print(html, fonts, options)
      },
    },
    interests: () => [...seen.values()].map(({ interest }) => interest),
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
