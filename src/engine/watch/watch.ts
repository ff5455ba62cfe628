import { dirname, join, resolve } from 'node:path'
import { isArticle } from '../../input/files/names.js'
import type { IssueReport } from '../../model/report.js'
import type { World } from '../world.js'
import { lookedAt } from './dependency-tracker.js'
import { diskEvents } from './disk-events.js'
import type { Snapshot } from './snapshot.js'
import { changedBetween, keyOf, looksUnfinished, snapshots } from './snapshot.js'
import type { WatchedPath } from './watched-path.js'
import { watcher } from './watcher.js'

/** One build of an issue that is watched. */
export interface Rebuilt {
  report: IssueReport
  /** Absolute paths of what changed since the build before; none for the first. */
  changed: string[]
  /** Milliseconds from the change to the finished PDF. */
  took: number
}

export interface Watched {
  /** The issue's folder or single file, as typed. */
  target: string
  cwd: string
  world: World
  /** Builds the issue in the world that it is lent. */
  build: (world: World) => Promise<IssueReport>
}

/** Milliseconds without any event after which a save is over. */
const pause = 60
/** The same where a file is gone or empty: it is likely to come back. */
const longPause = 300
/** Milliseconds after an event in which the watcher may swallow another one of the same file. */
const swallowed = 150
/** Milliseconds after which we look whether a change came without any event, as on a network disk. */
const poll = 2000

/**
 * Builds an issue, and again whenever something changes that the build before looked at. A build
 * begins with the first event, since a save is nearly always over by then, and waits before it
 * prints until nothing moves; what was read too early is thrown away and read again. So a save in
 * several steps gives one build, and none of a half-written file. What changes later, while the
 * browser prints, gives one more build after it.
 */
export async function* rebuilds(watched: Watched): AsyncGenerator<Rebuilt, void> {
  const { target, cwd, world, build } = watched
  const events = diskEvents(() => world.clock())
  const watching = watcher(events.note)
  const snapshotOf = snapshots()
  const always = startingPoints(resolve(cwd, target))
  let interests = always
  let seen = await snapshotOf(interests)
  let built: Snapshot | undefined

  try {
    for (let since = world.clock(); ; since = events.takeFirst() ?? world.clock()) {
      const { report, looked } = await buildWhatStands()
      const changed = built ? changedBetween(built, seen) : []
      // What a build that stopped early did not come to look at may still be what stops it next.
      const before = report.pdf === undefined ? interests : always
      interests = distinct([...before, ...looked.interests()])
      built = new Map([...(await looked.states()), ...seen])
      yield { report, changed, took: world.clock() - since }
      seen = await nextChange(built)
    }
  } finally {
    await watching.close()
  }

  /** Builds until what was read is what stands on the disk. */
  async function buildWhatStands() {
    for (;;) {
      world.forget(changedBetween(built ?? seen, seen))
      const looked = lookedAt(world, snapshotOf, async () => {
        if (await movedOn()) throw new Stale()
      })
      try {
        const report = await build(looked.world)
        if (report.pdf !== undefined || !(await movedOn())) return { report, looked }
      } catch (error) {
        // What was read while it was being changed may be no wonder.
        if (!(error instanceof Stale) && !(await movedOn())) throw error
      }
      seen = await snapshotOf(interests)
    }
  }

  /** Waits until nothing moves; whether anything is other than it was when the build began. */
  async function movedOn(): Promise<boolean> {
    const unfinished = changedBetween(built ?? seen, seen).some((path) =>
      looksUnfinished(seen, path),
    )
    for (;;) {
      const quiet = await events.quiet(unfinished ? longPause : pause)
      if (changedBetween(seen, await snapshotOf(interests)).length > 0) return true
      if (quiet) return false
    }
  }

  /** Waits for the disk to differ from `before`. */
  async function nextChange(before: Snapshot): Promise<Snapshot> {
    let came = true
    for (;;) {
      const count = events.count()
      await watching.follow(interests)
      const now = await snapshotOf(interests)
      if (changedBetween(before, now).length > 0) {
        if (!came && events.count() === count) watching.reopen()
        return now
      }
      events.takeFirst()
      came = await events.after(count, came ? swallowed : poll)
    }
  }
}

/** What was read is not what stands on the disk any more. */
class Stale extends Error {}

/** How the settings above an issue are likely to be called. */
const settingsSpellings = ['bulletin.yaml', 'bulletin.yml', 'Bulletin.yaml', 'Bulletin.yml']

/** What is looked at whatever an issue says: its sources, its settings and those above it. */
function startingPoints(target: string): WatchedPath[] {
  const above = settingsSpellings.map(
    (name): WatchedPath => ({ kind: 'file', path: join(dirname(target), name) }),
  )
  return [{ kind: isArticle(target) ? 'file' : 'issue', path: target }, ...above]
}

const distinct = (interests: readonly WatchedPath[]): WatchedPath[] => [
  ...new Map(interests.map((one) => [keyOf(one), one])).values(),
]
