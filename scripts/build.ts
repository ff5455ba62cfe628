import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFonts } from './build-fonts/index.js'
import { forgetBuildId, writeBuildId } from './build-id.js'
import { bundle } from './bundle.js'
import { bundlePreview } from './bundle-preview.js'
import { writeSchemas } from './schemas.js'

/** Builds `dist/`: the program, its types and the fonts. Run by `npm ci` and `npm run build`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
await forgetBuildId(root)
await bundle(root)
await bundlePreview(root)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
writeSchemas(join(root, 'dist/schemas'))
await buildFonts(join(root, 'dist/fonts'))
await writeBuildId(root)
