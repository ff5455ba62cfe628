import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { writeLicences } from './licences.js'
import { precompiledTemplates } from './precompile.js'

/**
 * gray-matter is used only to split front-matter and body. Its YAML parser is never called, and
 * loading it takes 20 ms, which it spends looking for a missing package.
 */
const withoutJsYaml: Plugin = {
  name: 'without js-yaml',
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'none' }))
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents:
        'exports.safeLoad = exports.safeDump = () => { throw new Error("not ours to read") }',
    }))
  },
}

/**
 * Bundles the program and the API. A module that is imported dynamically becomes a separate file.
 *
 * @param options.sourcemap makes source maps and does not minify, for test coverage; not for
 *   publication.
 */
export async function bundle(root: string, { sourcemap = false } = {}): Promise<void> {
  const dist = join(root, 'dist')
  const { metafile } = await build({
    entryPoints: { start: join(root, 'src/cli/start.ts'), index: join(root, 'src/index.ts') },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    metafile: true,
    sourcemap,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: !sourcemap,
    // Identifiers are kept, so that stack traces in bug reports are readable.
    minifyWhitespace: !sourcemap,
    legalComments: 'linked',
    external: [
      // Native packages and packages with data files are loaded from node_modules.
      ...['sharp', '@sparticuz/chromium', 'subset-font', 'fontkit', 'temml'],
      // Modules that puppeteer loads only to download browsers or to control Firefox.
      ...['@puppeteer/browsers', 'chromium-bidi/*'],
    ],
    plugins: [precompiledTemplates(root), withoutJsYaml],
    // CommonJS packages expect these three names.
    banner: {
      js: [
        "import { createRequire as $require } from 'node:module'",
        "import { fileURLToPath as $path } from 'node:url'",
        'const require = $require(import.meta.url), __filename = $path(import.meta.url), __dirname = $path(new URL(".", import.meta.url))',
      ].join('\n'),
    },
  })
  await writeLicences(root, Object.keys(metafile.inputs), join(dist, 'licences.txt'))
  // Old chunks are removed last, so that a failed build leaves the previous one usable.
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)))
  for (const name of await readdir(join(dist, 'chunks'))) {
    if (!made.has(name)) await rm(join(dist, 'chunks', name))
  }
}
