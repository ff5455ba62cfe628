import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Interest } from './interest.js'
import { attention } from './interest.js'

/** Eyes on the disk. */
export interface Watcher {
  /** Looks at these things from now on. They need not be there. */
  follow(interests: readonly Interest[]): Promise<void>
  /** A change went by unseen: the next `follow` looks with new eyes. */
  missedOne(): void
  close(): Promise<void>
}

interface Eyes {
  key: string
  close(): Promise<void>
}

/**
 * Calls `onEvent` whenever something happens near what is followed; it may call too often. What has
 * changed, and whether, is for snapshots to tell: events come twice, late and, where a folder has
 * just been made, not at all.
 */
export function watcher(onEvent: () => void): Watcher {
  let eyes: Eyes | undefined
  return {
    async follow(interests) {
      const places = interests.flatMap(placesOf)
      const roots = rootsOf(places)
      const key = JSON.stringify([roots, places])
      if (key === eyes?.key) return
      // The new ones are open before the old ones close.
      const before = eyes
      const seeing: Eyes = { key, close: async () => {} }
      seeing.close = await openEyes(roots, places, (event) => {
        // Where a folder goes and comes back at once, chokidar (5.0.0) may stay blind.
        if (event === 'unlinkDir') seeing.key = ''
        onEvent()
      })
      eyes = seeing
      await before?.close()
    },
    missedOne() {
      if (eyes) eyes.key = ''
    },
    async close() {
      await eyes?.close()
    },
  }
}

/** Milliseconds for the first look; a folder that goes away meanwhile may keep it from ever ending. */
const patience = 2000

async function openEyes(
  roots: readonly string[],
  places: readonly Interest[],
  onEvent: (event: string) => void,
): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  const wanted = attention(places)
  const watching = watch([...roots], {
    ignored: (path, info) => !wanted(path, info?.isFile()),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    // Where links lead is among the places.
    followSymlinks: false,
    atomic: false,
  })
  watching.on('all', onEvent)
  // What a system does not let us watch is seen all the same, later: snapshots are taken anyway.
  watching.on('error', () => {})
  const ready = new Promise<void>((resolve) => watching.once('ready', resolve))
  await Promise.race([ready, sleep(patience, undefined, { ref: false })])
  return () => watching.close()
}

/** Where a thing is, and where it is in truth, when a link stands for it. */
function placesOf({ kind, path }: Interest): Interest[] {
  const places = [join(real(dirname(path)), basename(path)), real(path)]
  return [...new Set(places)].map((place) => ({ kind, path: place }))
}

/** The true path of what is there, and of what is not as far as it is. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(real(above), basename(path))
  }
}

/**
 * The folders to watch. Not the things themselves but the nearest folder above that is there: so
 * one that is removed and made again, or comes late, is seen.
 */
function rootsOf(places: readonly Interest[]): string[] {
  const all = new Set(places.map(({ path }) => nearestFolder(dirname(path))))
  const isUnder = (path: string, folder: string) => {
    const way = relative(folder, path)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
  }
  return [...all].filter((path) => ![...all].some((other) => isUnder(path, other))).sort()
}

const nearestFolder = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
