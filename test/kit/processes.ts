import { readdirSync, readFileSync } from 'node:fs'

/** Ids of the processes that have a word in their command line or environment (Linux). */
export function processesWith(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return ['cmdline', 'environ'].some((file) =>
          readFileSync(`/proc/${name}/${file}`, 'latin1').includes(word),
        )
      } catch {
        // The process has ended or belongs to another user.
        return false
      }
    })
    .map(Number)
}
