import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildFonts } from './build-fonts/index.js'

/** Makes `dist/`: the bundled program, its types and the fonts. Run by `npm ci` and `npm run build`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

await rm(join(dist, 'chunks'), { recursive: true, force: true })
// One file a stage instead of some nine hundred modules: Node reads them in a fraction of the time.
await build({
  entryPoints: { main: join(root, 'src/main.ts'), index: join(root, 'src/index.ts') },
  outdir: dist,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  legalComments: 'linked',
  // Native or data-carrying packages are loaded from where npm put them.
  external: ['sharp', '@sparticuz/chromium', 'subset-font', 'fontkit'],
  // CommonJS packages expect these three names.
  banner: {
    js: [
      "import { createRequire as $require } from 'node:module'",
      "import { fileURLToPath as $path } from 'node:url'",
      'const require = $require(import.meta.url), __filename = $path(import.meta.url), __dirname = $path(new URL(".", import.meta.url))',
    ].join('\n'),
  },
})
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
await buildFonts(join(dist, 'fonts'))
