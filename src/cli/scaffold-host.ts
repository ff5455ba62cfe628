import type { Day } from '../model/settings.js'
import type { Prompts } from './prompts.js'
import type { Terminal } from './terminal.js'

/** What making files stands on. */
export interface ScaffoldHost {
  cwd: string
  today: Day
  terminal: Pick<Terminal, 'out'>
  /** A path as messages spell it. */
  displayPath: (path: string) => string
  /** Undefined where nobody can be asked. */
  prompts?: Prompts
}
