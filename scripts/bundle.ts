import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import { precompiledTemplates } from './precompile.js'

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  // Names stay: a stack that somebody sends us should say something.
  minifyWhitespace: true,
  legalComments: 'linked',
  // Native or data-carrying packages are loaded from where npm put them.
  external: ['sharp', '@sparticuz/chromium', 'subset-font', 'fontkit'],
} satisfies BuildOptions

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
 * The program in CommonJS files, the only kind of which V8 keeps compiled code. What is imported
 * late is a file of its own, so that a run loads only what it needs.
 */
export async function bundleProgram(root: string): Promise<void> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { main: join(root, 'src/main.ts') },
    outdir: join(root, 'dist/program'),
    outExtension: { '.js': '.cjs' },
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    write: false,
    // What puppeteer would load to download browsers or to speak to Firefox.
    external: [...common.external, '@puppeteer/browsers', 'chromium-bidi/*'],
    define: { 'import.meta.url': '$url' },
    plugins: [precompiledTemplates(root), withoutJsYaml],
    banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
  })
  const files = await Promise.all(
    outputFiles.map(async ({ path, text }) => ({
      path,
      text: path.endsWith('.cjs') ? await inCommonJs(text) : text,
    })),
  )
  // Only now, so that a build that fails leaves the one before as it was.
  await rm(join(root, 'dist/program'), { recursive: true, force: true })
  await mkdir(join(root, 'dist/program'), { recursive: true })
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)))
  await build({
    ...common,
    entryPoints: { start: join(root, 'src/start.ts') },
    outdir: join(root, 'dist'),
    format: 'esm',
  })
}

/**
 * esbuild splits modules only in the newer form. Then escapes what esbuild leaves as it is, the Han
 * characters of regular expressions: a file of single bytes is read and kept by V8 in a third of the
 * time.
 */
async function inCommonJs(text: string): Promise<string> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: common.target,
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  })
  return code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The programmatic API, in modules that are loaded when they are needed. */
export async function bundleApi(root: string): Promise<void> {
  const dist = join(root, 'dist')
  const { metafile } = await build({
    ...common,
    metafile: true,
    entryPoints: { index: join(root, 'src/index.ts') },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
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

/**
 * Runs the program once on the example, so that V8 keeps what such a run compiles. Where no browser
 * runs, the program merely starts a little slower.
 */
export async function keepCompiled(root: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-build-'))
  const words = [
    'build',
    join(root, 'fixtures/issue-54'),
    '--out-dir',
    folder,
    '--quiet',
    '--force',
  ]
  try {
    execFileSync(process.execPath, [join(root, 'bin/bulletin.js'), ...words], {
      env: { ...process.env, BULLETIN_WRITE_COMPILED: '1' },
      stdio: 'ignore',
    })
  } catch {
    // What it compiled before it failed is kept all the same.
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
