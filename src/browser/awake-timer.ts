/** The longest wait that is counted at once, in ms. */
const STEP = 500

/**
 * Calls back after `ms` milliseconds in which this process ran. Time in which it was stopped (Ctrl-Z, a
 * computer that sleeps) does not count: the browser may have answered meanwhile.
 *
 * @returns a function that cancels.
 */
export function afterAwake(ms: number, action: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = (left: number) => {
    const step = Math.min(left, STEP)
    timer = setTimeout(() => (left > step ? wait(left - step) : action()), step)
  }
  wait(ms)
  return () => clearTimeout(timer)
}
