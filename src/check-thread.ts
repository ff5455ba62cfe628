import { loadProgram } from './start.js'

/** Where a thread of `bulletin check` begins; see `cli/check-threads.ts`. */
loadProgram().serveChecks()
