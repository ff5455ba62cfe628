import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '../src/package.js'

/**
 * A script of the bench as plain JavaScript, where Node finds puppeteer: no compiler is part of the
 * measurement. Returns its path.
 */
export async function plainScript(name: string): Promise<string> {
  const path = join(await scriptFolder(), `${name.replaceAll('/', '-')}.mjs`)
  await build({
    entryPoints: [join(packageRoot(), 'bench', `${name}.ts`)],
    outfile: path,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  return path
}

/**
 * The same with its packages in one file, and what V8 makes of it kept from its first run on: as the
 * program itself is built. Returns the path of what starts it.
 */
export async function compiledScript(name: string): Promise<string> {
  const folder = await scriptFolder()
  const [body, compiled, start] = ['body.cjs', 'body.compiled', 'cjs'].map((ending) =>
    join(folder, `${name}.${ending}`),
  ) as [string, string, string]
  await build({
    entryPoints: [join(packageRoot(), 'bench', `${name}.ts`)],
    outfile: body,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['sharp', '@puppeteer/browsers', 'chromium-bidi/*'],
    // Compiled code has no `import()`.
    supported: { 'dynamic-import': false },
  })
  await rm(compiled, { force: true })
  await writeFile(start, starter(body, compiled))
  return start
}

/** The flag is that of `src/start.ts`. */
const starter = (body: string, compiled: string) => `
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
require('node:v8').setFlagsFromString('--interrupt-budget=1000000')
const [body, compiled] = ${JSON.stringify([body, compiled])}
const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined
const source = '(function (exports, require, module) {' + readFileSync(body, 'latin1') + '\\n})'
const script = new (require('node:vm').Script)(source, { filename: body, cachedData })
process.once('exit', () => cachedData || writeFileSync(compiled, script.createCachedData()))
script.runInThisContext()({}, require, { exports: {} })
`

async function scriptFolder(): Promise<string> {
  const folder = join(packageRoot(), 'node_modules/.cache/bulletin-bench')
  await mkdir(folder, { recursive: true })
  return folder
}
