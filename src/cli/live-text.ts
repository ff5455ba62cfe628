import { createLogUpdate } from 'log-update'
import { columnsOf } from '../text/terminal-width.js'

/** A text on a terminal that the next one replaces. */
export interface LiveText {
  show(text: string): void
  clear(): void
}

/** A live text on a stream that is a terminal. A text taller than the screen stays on it, whole. */
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

/** Rows that a text takes on a screen of so many columns. */
const rowsOf = (text: string, columns: number): number =>
  text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(columnsOf(line.replace(colours, '')) / columns)))
    .reduce((sum, rows) => sum + rows, 0)
