import { dirname, join, resolve } from 'node:path'
import { isArticle } from '../../input/files/names.js'
import type { IssueReport } from '../../model/report.js'
import type { World } from '../world.js'
import { trackDependencies } from './dependency-tracker.js'
import { diskEvents } from './disk-events.js'
import type { Snapshot } from './snapshot.js'
import { changedBetween, keyOf, looksUnfinished, snapshots } from './snapshot.js'
import type { WatchedPath } from './watched-path.js'
import { watcher } from './watcher.js'

/** One build of a watched issue. */
export interface Rebuilt {
  report: IssueReport
  /** Absolute paths of the files changed since the previous build; empty for the first build. */
  changed: string[]
  /** Milliseconds from the change to the finished files. */
  took: number
}

/** An issue to watch, and how to build it. */
export interface Watched {
  /** The issue's folder or single file, as typed. */
  target: string
  cwd: string
  world: World
  /** Builds the issue in the given world. */
  build: (world: World) => Promise<IssueReport>
}

/** Milliseconds without an event after which a save counts as finished. */
const quietPeriod = 60
/** The same when a file is missing or empty, because it will probably be written again. */
const longQuietPeriod = 300
/** Milliseconds after an event in which the watcher may drop another event of the same file. */
const possiblyDropped = 150
/** Interval in ms for detecting changes without events, as on a network disk. */
const poll = 2000

/**
 * Builds an issue, and rebuilds it whenever a file that the last build read changes. A build starts
 * at the first event, because most saves are already complete then. Before printing it waits until
 * the files stop changing; if they have changed since they were read, it starts again. A save in
 * several steps therefore gives one build, and no build of a half-written file. A change during
 * printing gives another build afterwards.
 */
export async function* rebuilds(watched: Watched): AsyncGenerator<Rebuilt, void> {
  const { target, cwd, world, build } = watched
  const events = diskEvents(() => world.clock())
  const watching = watcher(events.note)
  const snapshotOf = snapshots()
  const always = permanentPaths(resolve(cwd, target))
  let watchedPaths = always
  let seen = await snapshotOf(watchedPaths)
  let built: Snapshot | undefined

  try {
    for (let since = world.clock(); ; since = events.takeFirst() ?? world.clock()) {
      const { report, tracked } = await buildCurrentFiles()
      const changed = built ? changedBetween(built, seen) : []
      // A build that stopped early has not read all its inputs, and an unread one may stop the next
      // build, so the previous paths stay watched.
      const before = report.files === undefined ? watchedPaths : always
      watchedPaths = distinct([...before, ...tracked.watchedPaths()])
      built = new Map([...(await tracked.states()), ...seen])
      yield { report, changed, took: world.clock() - since }
      seen = await nextChange(built)
    }
  } finally {
    await watching.close()
  }

  /** Builds until the files that were read match the files on disk. */
  async function buildCurrentFiles() {
    for (;;) {
      world.forget(changedBetween(built ?? seen, seen))
      const tracked = trackDependencies(world, snapshotOf, async () => {
        if (await filesChanged()) throw new Stale()
      })
      try {
        const report = await build(tracked.world)
        if (report.files !== undefined || !(await filesChanged())) return { report, tracked }
      } catch (error) {
        // An error may be caused by reading a file while it was being changed: then try again.
        if (!(error instanceof Stale) && !(await filesChanged())) throw error
      }
      seen = await snapshotOf(watchedPaths)
    }
  }

  /**
   * Waits until the files stop changing. Returns whether any differs from its state at the start of
   * the build.
   */
  async function filesChanged(): Promise<boolean> {
    const unfinished = changedBetween(built ?? seen, seen).some((path) =>
      looksUnfinished(seen, path),
    )
    for (;;) {
      const quiet = await events.quiet(unfinished ? longQuietPeriod : quietPeriod)
      if (changedBetween(seen, await snapshotOf(watchedPaths)).length > 0) return true
      if (quiet) return false
    }
  }

  /** Waits until the files on disk differ from `before`. */
  async function nextChange(before: Snapshot): Promise<Snapshot> {
    let hadEvent = true
    for (;;) {
      const count = events.count()
      await watching.follow(watchedPaths)
      const now = await snapshotOf(watchedPaths)
      if (changedBetween(before, now).length > 0) {
        if (!hadEvent && events.count() === count) watching.reopen()
        return now
      }
      events.takeFirst()
      hadEvent = await events.after(count, hadEvent ? possiblyDropped : poll)
    }
  }
}

/** Thrown to stop a build whose input has changed since it was read. */
class Stale extends Error {}

/** The usual file names of the publication's settings. */
const settingsSpellings = ['bulletin.yaml', 'bulletin.yml', 'Bulletin.yaml', 'Bulletin.yml']

/**
 * Returns the paths that are always watched: the sources of the issue, its settings and its
 * publication's settings.
 */
function permanentPaths(target: string): WatchedPath[] {
  const above = settingsSpellings.map(
    (name): WatchedPath => ({ kind: 'file', path: join(dirname(target), name) }),
  )
  return [{ kind: isArticle(target) ? 'file' : 'issue', path: target }, ...above]
}

const distinct = (watchedPaths: readonly WatchedPath[]): WatchedPath[] => [
  ...new Map(watchedPaths.map((one) => [keyOf(one), one])).values(),
]
