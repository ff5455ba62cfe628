import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '../src/system/package.js'

/**
 * Bundles a benchmark script to plain JavaScript in a folder where Node finds puppeteer, so that
 * compilation is not measured. Returns its path.
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

async function scriptFolder(): Promise<string> {
  const folder = join(packageRoot(), 'node_modules/.cache/bulletin-bench')
  await mkdir(folder, { recursive: true })
  return folder
}
