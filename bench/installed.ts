import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import envPaths from 'env-paths'

const run = promisify(execFile)

/** @throws {Error} with npm's message when the installation fails. */
export async function installed(name: string, version: string): Promise<string> {
  const { cache } = envPaths('bulletin-bench', { suffix: '' })
  const home = join(cache, `${name.replace('/', '+')}@${version}`)
  const folder = join(home, 'node_modules', name)
  if (existsSync(join(home, 'installed'))) return folder
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), '{ "private": true }\n')
  const words = ['install', `${name}@${version}`, '--ignore-scripts', '--no-audit', '--no-fund']
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true' }
  await run('npm', words, { cwd: home, env })
  await writeFile(join(home, 'installed'), '')
  return folder
}
