import { readdirSync, readFileSync } from 'node:fs'

/** Programs of this machine that run with a word in their command line or environment (Linux). */
export function processesWith(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return ['cmdline', 'environ'].some((file) =>
          readFileSync(`/proc/${name}/${file}`, 'latin1').includes(word),
        )
      } catch {
        // It has ended, or is not ours.
        return false
      }
    })
    .map(Number)
}
