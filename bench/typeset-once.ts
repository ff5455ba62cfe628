/**
 *     node typeset-once.mjs FOLDER composed|broken
 *
 * Makes the HTML of an issue once, its lines composed or left to the browser, and prints the
 * milliseconds that this took. Reading, parsing and fonts are not measured.
 */
import { homedir } from 'node:os'
import { csp } from '../src/browser/policy.js'
import { prepare } from '../src/engine/prepare.js'
import { createSystemWorld } from '../src/engine/system-world.js'
import { stopwatch } from '../src/engine/timings.js'
import { typeset } from '../src/typeset/typeset.js'

const [folder = '', how] = process.argv.slice(2)
const world = await createSystemWorld({
  cwd: process.cwd(),
  env: process.env,
  home: homedir(),
  platform: process.platform,
})
const sources = await world.readIssue(folder)
const options = { drafts: false, measureOnly: true }
const { issue, template, pictures, fonts } = await prepare(
  sources,
  options,
  world,
  stopwatch(world),
)
await pictures.scaled
if (!template) throw new Error(`${folder} 没有模板`)
const since = performance.now()
typeset(issue, template, pictures, csp, how === 'composed' ? fonts.widths : undefined)
console.log(performance.now() - since)
await world.close()
