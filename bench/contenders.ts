import { join } from 'node:path'
import { outputOf } from '../src/output.js'
import type { Contender } from './contender.js'
import { type BenchContext, bulletinProgram, outFolder } from './context.js'
import type { FinishedPage } from './finished-page.js'
import type { ProcessWork } from './process-contender.js'
import { processContender } from './process-contender.js'
import { compiledScript, plainScript } from './scripts.js'

/** `bulletin build` of some issues in a process of its own; `words` are further options. */
export async function bulletin(
  name: string,
  issues: readonly string[],
  context: BenchContext,
  { words = [], before }: { words?: readonly string[]; before?: ProcessWork['before'] } = {},
): Promise<Contender> {
  const outDir = await outFolder(context, name)
  const pdfs = issues.map((issue) => outputOf(issue, { outDir }))
  return processContender({
    name,
    command: [...bulletinProgram(), 'build', ...issues, '--out-dir', outDir, ...words],
    env: context.env,
    pdfs,
    before,
  })
}

/** Nothing is taken from an earlier build. */
export const fromScratch = { words: ['--force'] } as const

/** Bare Puppeteer with finished pages, one after another in one browser. */
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

/** The least that can be done for an issue: see `least.ts`. */
export async function least(
  name: string,
  page: FinishedPage,
  context: BenchContext,
): Promise<Contender> {
  const { env, browser } = context
  const pdf = join(await outFolder(context, name), 'least.pdf')
  const script = await compiledScript('least')
  return processContender({
    name,
    command: [process.execPath, script, browser.program, page.issue, page.page, pdf],
    env: { ...env, ...browser.env },
    pdfs: [pdf],
  })
}

/** Several at the same time, done when all are. Their memory is not looked at. */
export const atOnce = (name: string, contenders: readonly Contender[]): Contender => ({
  name,
  pdfs: contenders.flatMap(({ pdfs }) => pdfs),
  async run() {
    const since = performance.now()
    await Promise.all(contenders.map((one) => one.run()))
    return performance.now() - since
  },
})
