/** Rings whenever something happens on the disk. */
export interface Bell {
  ring(): void
  /** How often it has rung. */
  count(): number
  /** When it first rang since this was last asked, by the clock; undefined when it did not. */
  firstRing(): number | undefined
  /** Waits until it has rung more than `count` times (true), at most `patience` ms (false). */
  after(count: number, patience?: number): Promise<boolean>
  /** Waits until it has been silent for `ms` (true), or rings (false). */
  silence(ms: number): Promise<boolean>
}

/** `clock` gives milliseconds. */
export function bell(clock: () => number): Bell {
  let rings = 0
  let last = Number.NEGATIVE_INFINITY
  let first: number | undefined
  const listeners = new Set<() => void>()

  const after: Bell['after'] = (count, patience) =>
    new Promise((resolve) => {
      if (rings > count) return resolve(true)
      let timer: NodeJS.Timeout | undefined
      const done = (rang: boolean) => {
        clearTimeout(timer)
        listeners.delete(heard)
        resolve(rang)
      }
      const heard = () => done(true)
      listeners.add(heard)
      if (patience !== undefined) timer = setTimeout(() => done(false), patience)
    })

  return {
    ring() {
      rings += 1
      last = clock()
      first ??= last
      for (const heard of [...listeners]) heard()
    },
    count: () => rings,
    firstRing() {
      const at = first
      first = undefined
      return at
    },
    after,
    async silence(ms) {
      const left = last + ms - clock()
      return left <= 0 || !(await after(rings, left))
    },
  }
}
