import type { Day } from '../model/settings.js'
import type { Prompts } from './prompts.js'
import type { Terminal } from './terminal.js'

/** The dependencies of `bulletin init` and `bulletin new`. */
export interface ScaffoldHost {
  cwd: string
  today: Day
  terminal: Pick<Terminal, 'out'>
  /** Converts an absolute path to the form used in messages. */
  displayPath: (path: string) => string
  /** Undefined when the session is not interactive. */
  prompts?: Prompts
}
