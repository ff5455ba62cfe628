import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { precompiledTemplates } from '../scripts/precompile.js'
import { packageRoot } from '../src/system/package.js'

/**
 * Bundles a benchmark script to plain JavaScript, so that compilation is not measured, in a folder
 * where Node finds puppeteer and the script finds templates and fonts. Returns its path.
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
    plugins: [precompiledTemplates(packageRoot())],
  })
  return path
}

async function scriptFolder(): Promise<string> {
  const folder = join(packageRoot(), 'node_modules/.bulletin-bench')
  await mkdir(folder, { recursive: true })
  return folder
}
