import { styleText } from 'node:util'
import type { Step } from '../model/timing.js'
import type { Paint } from '../report/diagnostic-text.js'
import { stepNames } from '../report/human.js'
import { cutToColumns } from '../text/terminal-width.js'
import type { LiveText } from './live-text.js'

/** Where the program speaks: reports to people on stderr, what was asked for on stdout. */
export interface Terminal {
  paint: Paint
  /** How wide it is; 80 where nobody looks. */
  columns: number
  out(line: string): void
  say(text: string): void
  /** Tells how many issues there are, for the line that counts those that are done. */
  expect(issues: number): void
  progress(issue: string, step: Step): void
  endProgress(issue: string): void
}

export interface Streams {
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  /** Whether colours are wanted: a terminal, no --no-color, no NO_COLOR. */
  color: boolean
  /** Where the progress line is shown; none where nobody looks. */
  live?: LiveText
}

/** Writes to the streams given; the progress line stands last and is replaced. */
export function terminal({ stdout, stderr, color, live }: Streams): Terminal {
  const style = (format: 'red' | 'yellow' | 'dim') => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text
  const working = new Map<string, Step>()
  let [done, total] = [0, 1]
  const show = () => {
    if (!live) return
    const count = total > 1 ? [`${done}/${total}`] : []
    const steps = [...working].map(([issue, step]) => `${issue} ${stepNames[step]}…`)
    const line = [...count, ...steps].join('  ')
    live.show(cutToColumns(line, (stderr.columns ?? 80) - 1))
  }
  return {
    paint: { error: style('red'), warning: style('yellow'), faint: style('dim') },
    columns: stderr.columns ?? 80,
    out: (line) => void stdout.write(`${line}\n`),
    say(text) {
      if (text === '') return
      live?.clear()
      stderr.write(`${text}\n`)
      if (working.size > 0) show()
    },
    expect(issues) {
      total = issues
    },
    progress(issue, step) {
      working.set(issue, step)
      show()
    },
    endProgress(issue) {
      working.delete(issue)
      done += 1
      live?.clear()
    },
  }
}
