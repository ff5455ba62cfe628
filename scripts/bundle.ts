import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { precompiledTemplates } from './precompile.js'

/**
 * gray-matter only cuts an article in two for us. The YAML reader that it brings is never called, and
 * spends a fiftieth of a second on the search for a package that is not there.
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
 * Bundles the program and the programmatic API; a module that is imported late is a file of its own.
 *
 * @param options.sourcemap for the coverage of the tests; not in what is published.
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
    // Names stay: a stack that somebody sends should say something.
    minifyWhitespace: !sourcemap,
    legalComments: 'linked',
    external: [
      // Native or data-carrying packages are loaded from where npm put them.
      ...['sharp', '@sparticuz/chromium', 'subset-font', 'fontkit'],
      // What puppeteer would load to download browsers or to speak to Firefox.
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
  // Only now, so that a build that fails leaves the one before as it was.
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)))
  for (const name of await readdir(join(dist, 'chunks'))) {
    if (!made.has(name)) await rm(join(dist, 'chunks', name))
  }
}
