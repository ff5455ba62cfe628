import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { packageRoot } from '../src/package.js'
import type { BrowserHere } from './browser-here.js'
import type { Contender } from './contender.js'
import { finishedPage } from './finished-page.js'

export interface IssueContenders {
  bulletin: Contender
  bare: Contender
}

/** `bulletin build` of an issue in a cold process, and bare Puppeteer with its finished page. */
export async function issueContenders(
  issue: string,
  folder: string,
  { program, env, fontCss }: BrowserHere,
): Promise<IssueContenders> {
  const build = (...words: string[]) =>
    [process.execPath, join(packageRoot(), 'bin/bulletin.js'), 'build', issue, ...words] as const
  const pdf = join(folder, 'bulletin.pdf')
  const html = join(folder, 'printed.html')
  const [node, ...words] = build('-o', pdf, '--html', html, '--quiet')
  execFileSync(node, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  const page = await finishedPage(html, folder, fontCss)
  const own = join(folder, 'bare.pdf')
  return {
    bulletin: {
      name: 'bulletin build',
      command: build('-o', pdf, '--force'),
      env: process.env,
      pdf,
    },
    bare: {
      name: '裸 Puppeteer',
      command: [process.execPath, await bareScript(), program, page, own],
      env: { ...process.env, ...env },
      pdf: own,
    },
  }
}

/** `bare.ts` as plain JavaScript, where Node finds puppeteer: no compiler is part of the measurement. */
async function bareScript(): Promise<string> {
  const { code } = await transform(await readFile(join(packageRoot(), 'bench/bare.ts'), 'utf8'), {
    loader: 'ts',
    format: 'esm',
  })
  const folder = join(packageRoot(), 'node_modules/.cache/bulletin-bench')
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'bare.mjs')
  await writeFile(path, code)
  return path
}
