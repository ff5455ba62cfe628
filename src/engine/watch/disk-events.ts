/** The count and times of file system events. */
export interface DiskEvents {
  /** Records an event. */
  note(): void
  /** Returns the number of events so far. */
  count(): number
  /**
   * Returns the time of the first event since the last call, in ms of the clock; undefined when
   * there was none.
   */
  takeFirst(): number | undefined
  /**
   * Resolves with true when there are more than `count` events, or with false after `timeout` ms.
   */
  after(count: number, timeout?: number): Promise<boolean>
  /**
   * Resolves with true when no event has occurred for `ms` milliseconds, or with false at the next
   * event.
   */
  quiet(ms: number): Promise<boolean>
}

/** Creates an event counter. `clock` returns milliseconds. */
export function diskEvents(clock: () => number): DiskEvents {
  let events = 0
  let last = Number.NEGATIVE_INFINITY
  let first: number | undefined
  const listeners = new Set<() => void>()

  const after: DiskEvents['after'] = (count, timeout) =>
    new Promise((resolve) => {
      if (events > count) return resolve(true)
      let timer: NodeJS.Timeout | undefined
      const done = (occurred: boolean) => {
        clearTimeout(timer)
        listeners.delete(listener)
        resolve(occurred)
      }
      const listener = () => done(true)
      listeners.add(listener)
      if (timeout !== undefined) timer = setTimeout(() => done(false), timeout)
    })

  return {
    note() {
      events += 1
      last = clock()
      first ??= last
      for (const listener of [...listeners]) listener()
    },
    count: () => events,
    takeFirst() {
      const at = first
      first = undefined
      return at
    },
    after,
    async quiet(ms) {
      const left = last + ms - clock()
      return left <= 0 || !(await after(events, left))
    },
  }
}
