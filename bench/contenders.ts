import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Contender } from './contender.js'
import type { FinishedPage } from './finished-page.js'
import { bulletinProgram, type Grounds } from './grounds.js'
import type { ProcessWork } from './process-contender.js'
import { processContender } from './process-contender.js'
import { plainScript } from './scripts.js'

/** `bulletin build` of some issues in a process of its own; `words` are further options. */
export function bulletin(
  name: string,
  issues: readonly string[],
  { folder, env }: Grounds,
  { words = [], before }: { words?: readonly string[]; before?: ProcessWork['before'] } = {},
): Contender {
  const out = join(folder, 'out', name)
  mkdirSync(out, { recursive: true })
  const command = [...bulletinProgram(), 'build', ...issues, '--out-dir', out, ...words] as const
  const pdfs = issues.map((issue) => join(out, `${issue.split('/').at(-1)}.pdf`))
  return processContender({ name, command: [...command], env, pdfs, before })
}

/** Nothing is taken from an earlier build. */
export const fromScratch = { words: ['--force'] } as const

/** Bare Puppeteer with finished pages, one after another in one browser. */
export async function bare(
  name: string,
  pages: readonly FinishedPage[],
  { folder, env, browser }: Grounds,
): Promise<Contender> {
  const out = join(folder, 'out', name)
  mkdirSync(out, { recursive: true })
  const pdfs = pages.map((_, index) => join(out, `${index + 1}.pdf`))
  const files = pages.flatMap(({ page }, index) => [page, pdfs[index] ?? ''])
  const command = [process.execPath, await plainScript('bare'), browser.program, ...files] as const
  return processContender({ name, command: [...command], env: { ...env, ...browser.env }, pdfs })
}
