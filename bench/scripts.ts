import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '../src/system/package.js'

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

async function scriptFolder(): Promise<string> {
  const folder = join(packageRoot(), 'node_modules/.cache/bulletin-bench')
  await mkdir(folder, { recursive: true })
  return folder
}
