/** The events of the disk, as far as their number and time tell. */
export interface DiskEvents {
  /** Notes an event. */
  note(): void
  /** How many there were. */
  count(): number
  /** When the first came since this was last asked, by the clock; undefined when none came. */
  takeFirst(): number | undefined
  /** Waits until there were more than `count` (true), at most `timeout` ms (false). */
  after(count: number, timeout?: number): Promise<boolean>
  /** Waits until none has come for `ms` (true), or one comes (false). */
  quiet(ms: number): Promise<boolean>
}

/** `clock` gives milliseconds. */
export function diskEvents(clock: () => number): DiskEvents {
  let events = 0
  let last = Number.NEGATIVE_INFINITY
  let first: number | undefined
  const listeners = new Set<() => void>()

  const after: DiskEvents['after'] = (count, timeout) =>
    new Promise((resolve) => {
      if (events > count) return resolve(true)
      let timer: NodeJS.Timeout | undefined
      const done = (came: boolean) => {
        clearTimeout(timer)
        listeners.delete(listener)
        resolve(came)
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
