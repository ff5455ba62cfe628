/**
 * How fast `bulletin build` is against other tools that make PDFs of Markdown or HTML. They are
 * installed on demand, outside of the project.
 *
 *     npm run bench:peers -- [--runs N] [--json]
 */
import { benchOptions } from '../options.js'
import { runScenes } from '../run-scenes.js'
import { peersScene } from './scene.js'

await runScenes([peersScene], benchOptions())
