import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { packageRoot } from '../src/package.js'

/**
 * A script of the bench as plain JavaScript, where Node finds puppeteer: no compiler is part of the
 * measurement. Returns its path.
 */
export async function plainScript(name: string): Promise<string> {
  const source = await readFile(join(packageRoot(), 'bench', `${name}.ts`), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'esm' })
  const folder = join(packageRoot(), 'node_modules/.cache/bulletin-bench')
  const path = join(folder, `${name.replaceAll('/', '-')}.mjs`)
  await mkdir(folder, { recursive: true })
  await writeFile(path, code)
  return path
}
