/** How often the clock is looked at, and the longest gap of a machine that is only busy, in ms. */
const pulse = { every: 250, most: 3000 }

/**
 * Watches whether this process was stopped for seconds, as by a debugger, a suspended machine or a
 * stop signal to all: the limits of the programs that it started then passed without any work.
 * Returns a function that ends the watch and tells.
 */
export function watchStillness(): () => boolean {
  let last = performance.now()
  let longest = 0
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, pulse.every)
  return () => {
    clearInterval(timer)
    look()
    return longest > pulse.most
  }
}
