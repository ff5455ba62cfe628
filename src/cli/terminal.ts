import { styleText } from 'node:util'
import type { Step } from '../pipeline.js'
import type { Paint } from '../report/human.js'
import { stepNames } from '../report/human.js'

/** Where the program speaks: reports to people on stderr, what was asked for on stdout. */
export interface Terminal {
  paint: Paint
  out(line: string): void
  say(text: string): void
  progress(issue: string, step: Step): void
  endProgress(issue: string): void
}

export interface Streams {
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream & { isTTY?: boolean }
  /** Whether colours are wanted: a terminal, no --no-color, no NO_COLOR. */
  color: boolean
  /** Whether a line that rewrites itself may be shown. */
  live: boolean
}

const clearLine = '\r\u001b[2K'

/** Writes to the streams given; the progress line stands last and is rewritten. */
export function terminal({ stdout, stderr, color, live }: Streams): Terminal {
  const style = (format: 'red' | 'yellow' | 'dim') => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text
  const working = new Map<string, Step>()
  const show = () => {
    if (!live) return
    const line = [...working].map(([issue, step]) => `${issue} ${stepNames[step]}…`).join('  ')
    stderr.write(clearLine + line.slice(0, 100))
  }
  return {
    paint: { error: style('red'), warning: style('yellow'), faint: style('dim') },
    out: (line) => void stdout.write(`${line}\n`),
    say(text) {
      if (text === '') return
      stderr.write(`${live ? clearLine : ''}${text}\n`)
      if (working.size > 0) show()
    },
    progress(issue, step) {
      working.set(issue, step)
      show()
    },
    endProgress(issue) {
      working.delete(issue)
      if (live) stderr.write(clearLine)
    },
  }
}
