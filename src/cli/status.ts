import type { LiveText } from './live-text.js'

/**
 * Shows the status of an issue, until another is shown of it: with `live` the latest of every issue
 * stands on the screen, without it each is written after the last.
 */
export function statusOn({
  live,
  write,
}: {
  live?: LiveText
  write: (text: string) => void
}): (issue: string, text: string) => void {
  const texts = new Map<string, string>()
  return (issue, text) => {
    if (!live) {
      if (text !== '') write(`${text}\n`)
      return
    }
    texts.set(issue, text)
    live.show([...texts.values()].filter(Boolean).join('\n'))
  }
}
