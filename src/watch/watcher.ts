import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { Fault } from '../fault.js'
import type { Interest } from './interest.js'
import { attention } from './interest.js'

/** Eyes on the disk. */
export interface Watcher {
  /** Looks at these things from now on. They need not be there. */
  follow(interests: readonly Interest[]): Promise<void>
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
 *
 * @param onTrouble told of a machine that does not let us watch.
 */
export function watcher(onEvent: () => void, onTrouble: (fault: Fault) => void): Watcher {
  let eyes: Eyes | undefined
  return {
    async follow(interests) {
      const places = interests.flatMap(placesOf)
      const roots = rootsOf(places)
      const key = JSON.stringify([roots, places])
      if (key === eyes?.key) return
      // The new ones are open before the old ones close.
      const before = eyes
      const close = await openEyes(roots, places, onEvent, onTrouble)
      eyes = { key, close }
      await before?.close()
    },
    async close() {
      await eyes?.close()
    },
  }
}

async function openEyes(
  roots: readonly string[],
  places: readonly Interest[],
  onEvent: () => void,
  onTrouble: (fault: Fault) => void,
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
  watching.on('error', (cause) => onTrouble(cannotWatch(cause)))
  await new Promise<void>((resolve) => watching.once('ready', resolve))
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

function cannotWatch(cause: unknown): Fault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const said =
    code === 'ENOSPC' || code === 'EMFILE'
      ? { message: '系统允许一个用户监视的文件太少，不够用。', fix: '关掉别的监视文件的程序，' }
      : { message: `监视不了文件夹：系统报告 ${code || '未知错误'}。`, fix: '检查文件夹的权限，' }
  const fix = `${said.fix}或在命令前写 CHOKIDAR_USEPOLLING=1 再试。`
  return new Fault('environment', said.message, fix, { cause })
}
