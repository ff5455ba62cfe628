import { join } from 'node:path'
import { filesOf } from '../src/engine/output-path.js'
import type { Contender } from './contender.js'
import { type BenchContext, bulletinProgram, outFolder } from './context.js'
import type { FinishedPage } from './finished-page.js'
import type { ProcessWork } from './process-contender.js'
import { processContender } from './process-contender.js'
import { plainScript } from './scripts.js'

/** `bulletin build` of some issues in its own process. `words` are additional options. */
export async function bulletin(
  name: string,
  issues: readonly string[],
  context: BenchContext,
  { words = [], before }: { words?: readonly string[]; before?: ProcessWork['before'] } = {},
): Promise<Contender> {
  const outDir = await outFolder(context, name)
  const pdfs = issues.flatMap((issue) => filesOf(issue, { outDir }).map(({ path }) => path))
  return processContender({
    name,
    command: [...bulletinProgram(), 'build', ...issues, '--out-dir', outDir, ...words],
    env: context.env,
    pdfs,
    before,
  })
}

/** Options that disable reuse of earlier builds. */
export const fromScratch = { words: ['--force'] } as const

/** Bare Puppeteer that prints finished pages, one after another in one browser. */
export async function bare(
  name: string,
  pages: readonly FinishedPage[],
  context: BenchContext,
): Promise<Contender> {
  const { env, browser } = context
  const out = await outFolder(context, name)
  const pdfs = pages.map((_, index) => join(out, `${index + 1}.pdf`))
  const files = pages.flatMap(({ page }, index) => [page, pdfs[index] ?? ''])
  return processContender({
    name,
    command: [process.execPath, await plainScript('bare'), browser.program, ...files],
    env: { ...env, ...browser.env },
    pdfs,
  })
}
