import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isInside } from '../../input/files/walk.js'
import type { WatchedPath } from './watched-path.js'
import { watchFilter } from './watched-path.js'

/** Watches the disk. */
export interface Watcher {
  /** Looks at these things from now on. They need not be there. */
  follow(interests: readonly WatchedPath[]): Promise<void>
  /** A change went by unseen: the next `follow` opens the watch anew. */
  reopen(): void
  close(): Promise<void>
}

interface Watch {
  key: string
  close(): Promise<void>
}

/**
 * Calls `onEvent` whenever something happens near what is followed; it may call too often. What has
 * changed, and whether, is for snapshots to tell: events come twice, late and, where a folder has
 * just been made, not at all.
 */
export function watcher(onEvent: () => void): Watcher {
  let current: Watch | undefined
  return {
    async follow(interests) {
      const places = interests.flatMap(placesOf)
      const roots = rootsOf(places)
      const key = JSON.stringify([roots, places])
      if (key === current?.key) return
      // The new one is open before the old one closes.
      const before = current
      const next: Watch = { key, close: async () => {} }
      next.close = await openWatch(roots, places, (event) => {
        // Where a folder goes and comes back at once, chokidar (5.0.0) may stay blind.
        if (event === 'unlinkDir') next.key = ''
        onEvent()
      })
      current = next
      await before?.close()
    },
    reopen() {
      if (current) current.key = ''
    },
    async close() {
      await current?.close()
    },
  }
}

/** Milliseconds for the first look; a folder that goes away meanwhile may keep it from ever ending. */
const patience = 2000

async function openWatch(
  roots: readonly string[],
  places: readonly WatchedPath[],
  onEvent: (event: string) => void,
): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  const wanted = watchFilter(places)
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
function placesOf({ kind, path }: WatchedPath): WatchedPath[] {
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
function rootsOf(places: readonly WatchedPath[]): string[] {
  const all = [...new Set(places.map(({ path }) => nearestFolder(dirname(path))))]
  const isCovered = (path: string) => all.some((other) => other !== path && isInside(path, other))
  return all.filter((path) => !isCovered(path)).sort()
}

const nearestFolder = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
