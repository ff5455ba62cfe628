import { styleText } from 'node:util'
import type { Step } from '../model/timing.js'
import type { Paint } from '../report/diagnostic-text.js'
import { stepNames } from '../report/human.js'
import { cutToColumns } from '../text/terminal-width.js'
import { visibleControls } from '../text/visible-controls.js'
import type { LiveText } from './live-text.js'

/** The output of the program: `say` writes messages to stderr, `out` writes results to stdout. */
export interface Terminal {
  paint: Paint
  /** Width in columns; 80 when stderr is not a terminal. */
  columns: number
  out(line: string): void
  /** Writes a line to stdout that a build server is to obey. */
  command(line: string): void
  say(text: string): void
  /** Sets the number of issues, for the progress count. */
  expect(issues: number): void
  progress(issue: string, step: Step): void
  endProgress(issue: string): void
}

/** The streams of a terminal. */
export interface Streams {
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  /** Whether to use colours: a terminal, without --no-color and NO_COLOR. */
  color: boolean
  /** Where the progress line is shown; undefined when stderr is not a terminal. */
  live?: LiveText
}

/**
 * Makes a text that may quote an article harmless: controls are shown (`visibleControls`), and nothing
 * in it is a command of GitHub Actions (`::error …` at the start of a line, `##[error]` anywhere).
 */
export const harmless = (text: string, options?: { colours: boolean }): string =>
  withoutOldCommands(visibleControls(text, options)).replace(/^(\s*:):/gm, '$1\\u003a')

/** The older commands of build servers may stand anywhere in a line: `##[error]`. */
const withoutOldCommands = (text: string) => text.replaceAll('##[', '##\\u005b')

/** Creates a terminal on the given streams. The progress line is the last line and is replaced. */
export function terminal({ stdout, stderr, color, live }: Streams): Terminal {
  const style = (format: 'red' | 'yellow' | 'dim') => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text
  const shown = (text: string) => harmless(text, { colours: color })
  const working = new Map<string, Step>()
  let [done, total] = [0, 1]
  const show = () => {
    if (!live) return
    const count = total > 1 ? [`${done}/${total}`] : []
    const steps = [...working].map(([issue, step]) => `${issue} ${stepNames[step]}…`)
    const line = [...count, ...steps].join('  ')
    live.show(cutToColumns(visibleControls(line), (stderr.columns ?? 80) - 1))
  }
  return {
    paint: { error: style('red'), warning: style('yellow'), faint: style('dim') },
    columns: stderr.columns ?? 80,
    out: (line) => void stdout.write(`${shown(line)}\n`),
    command: (line) => void stdout.write(`${withoutOldCommands(visibleControls(line))}\n`),
    say(text) {
      if (text === '') return
      live?.clear()
      stderr.write(`${shown(text)}\n`)
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
