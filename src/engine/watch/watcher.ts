import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isInside } from '../../input/files/walk.js'
import type { WatchedPath } from './watched-path.js'
import { watchFilter } from './watched-path.js'

/** A file system watcher. */
export interface Watcher {
  /** Watches these paths from now on. They need not exist. */
  follow(watchedPaths: readonly WatchedPath[]): Promise<void>
  /** Call when a change produced no event: the next `follow` reopens the watch. */
  reopen(): void
  close(): Promise<void>
}

interface Watch {
  key: string
  close(): Promise<void>
}

/**
 * Creates a watcher that calls `onEvent` for every event near the watched paths, possibly too
 * often. Snapshots determine what has changed, because events may be duplicated, late or, in a new
 * folder, missing.
 */
export function watcher(onEvent: () => void): Watcher {
  let current: Watch | undefined
  return {
    async follow(watchedPaths) {
      const places = watchedPaths.flatMap(placesOf)
      const roots = rootsOf(places)
      const key = JSON.stringify([roots, places])
      if (key === current?.key) return
      // The new watch is open before the old one is closed, so no event is lost.
      const before = current
      const next: Watch = { key, close: async () => {} }
      next.close = await openWatch(roots, places, (event) => {
        // chokidar (5.0.0) may stop reporting a folder that is removed and recreated at once, so
        // the watch is reopened.
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

/**
 * Milliseconds to wait for chokidar's `ready`, which may never come if a folder is removed
 * meanwhile.
 */
const readyTimeout = 2000

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
    // The targets of links are watched separately.
    followSymlinks: false,
    atomic: false,
  })
  watching.on('all', onEvent)
  // Changes in paths that cannot be watched are still detected by snapshots, later.
  watching.on('error', () => {})
  const ready = new Promise<void>((resolve) => watching.once('ready', resolve))
  await Promise.race([ready, sleep(readyTimeout, undefined, { ref: false })])
  return () => watching.close()
}

/**
 * Returns the path with its parent folder resolved, and the fully resolved path if it is a link.
 */
function placesOf({ kind, path }: WatchedPath): WatchedPath[] {
  const places = [join(real(dirname(path)), basename(path)), real(path)]
  return [...new Set(places)].map((place) => ({ kind, path: place }))
}

/** Returns the path with all links resolved, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(real(above), basename(path))
  }
}

/**
 * Returns the folders to watch: the nearest existing folder above each path rather than the path
 * itself, so that creation and re-creation are detected.
 */
function rootsOf(places: readonly WatchedPath[]): string[] {
  const all = [...new Set(places.map(({ path }) => nearestFolder(dirname(path))))]
  const isCovered = (path: string) => all.some((other) => other !== path && isInside(path, other))
  return all.filter((path) => !isCovered(path)).sort()
}

const nearestFolder = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
