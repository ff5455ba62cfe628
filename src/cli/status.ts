import { columnsOf } from '../report/width.js'

/** A stream that may be a screen. */
export interface Screen {
  write(text: string): unknown
  /** Size in characters; undefined where nobody looks. */
  columns?: number
  rows?: number
}

/**
 * Shows the status of an issue, until another is shown of it. On a live screen the old text
 * goes and the new one takes its place, as long as it has not scrolled away; elsewhere the new text
 * comes after it.
 */
export function statusOn(screen: Screen, live: boolean): (issue: string, text: string) => void {
  const texts = new Map<string, string>()
  let shown = 0
  return (issue, text) => {
    if (!live) {
      if (text !== '') screen.write(`${text}\n`)
      return
    }
    texts.set(issue, text)
    const all = [...texts.values()].filter(Boolean).join('\n')
    const fits = shown < (screen.rows ?? 0)
    const up = fits && shown > 0 ? `\u001b[${shown}A` : ''
    screen.write(`\r${up}\u001b[0J${all}\n`)
    shown = rowsOf(all, screen.columns ?? 80)
  }
}

const colours = /\u001b\[\d*m/g

/** Rows that a text takes on a screen of so many columns. */
const rowsOf = (text: string, columns: number): number =>
  text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(columnsOf(line.replace(colours, '')) / columns)))
    .reduce((sum, rows) => sum + rows, 0)
