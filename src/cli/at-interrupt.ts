import { exitCodes } from '../model/exit-codes.js'

/** Ctrl-C, the end by another program, and the closing of the terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Calls `end` at the first of these signals. A second one ends the process without waiting for
 * pending work, but not without its exit listeners, which remove temporary folders: npm and npx pass
 * on the Ctrl-C that the terminal has sent already. Returns a function that stops listening.
 */
export function atInterrupt(end: () => void): () => void {
  let isEnding = false
  const onSignal = () => {
    if (isEnding) process.exit(exitCodes.interrupted)
    isEnding = true
    end()
  }
  for (const one of signals) process.on(one, onSignal)
  return () => {
    for (const one of signals) process.off(one, onSignal)
  }
}
