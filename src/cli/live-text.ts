import { createLogUpdate } from 'log-update'
import { columnsOf } from '../text/terminal-width.js'

/** A text on a terminal that the next text replaces. */
export interface LiveText {
  show(text: string): void
  clear(): void
}

/**
 * Creates a live text on a terminal stream. A text taller than the screen is written in full and is
 * not replaced.
 */
export function liveText(stream: NodeJS.WriteStream): LiveText {
  const update = createLogUpdate(stream, { showCursor: true })
  return {
    show(text) {
      if (text === '') return update.clear()
      if (rowsOf(text, stream.columns ?? 80) < (stream.rows ?? 24)) return update(text)
      update.clear()
      stream.write(`${text}\n`)
      update.done()
    },
    clear: () => update.clear(),
  }
}

const colours = /\u001b\[\d*m/g

/** Returns the number of rows that a text takes on a screen of `columns` columns. */
const rowsOf = (text: string, columns: number): number =>
  text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(columnsOf(line.replace(colours, '')) / columns)))
    .reduce((sum, rows) => sum + rows, 0)
