import { load } from './start.js'

/** Where a thread begins; see `threads/index.ts`. */
const { serve } = load('serve.cjs') as typeof import('./threads/serve.js')
serve()
