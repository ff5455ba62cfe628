import type { LiveText } from './live-text.js'
import { harmless } from './terminal.js'

/**
 * Returns a function that shows the status of an issue. With `live`, the screen shows the latest
 * status of every issue; without it, each status is written after the previous one.
 */
export function statusOn({
  live,
  write,
}: {
  live?: LiveText
  write: (text: string) => void
}): (issue: string, text: string) => void {
  const texts = new Map<string, string>()
  return (issue, written) => {
    const text = harmless(written, { colours: true })
    if (!live) {
      if (text !== '') write(`${text}\n`)
      return
    }
    texts.set(issue, text)
    live.show([...texts.values()].filter(Boolean).join('\n'))
  }
}
