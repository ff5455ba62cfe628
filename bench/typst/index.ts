import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../src/package.js'
import type { Contender } from '../contender.js'
import type { FinishedPage } from '../finished-page.js'
import type { Grounds } from '../grounds.js'
import { installed } from '../installed.js'
import { processContender } from '../process-contender.js'
import { readIssueTree } from '../read-issue-tree.js'
import { plainScript } from '../scripts.js'
import { typstSource } from './source.js'

/** Carries Typst 0.14.2. Not a dependency: the registries lack it for some platforms. */
const compiler = ['@myriaddreamin/typst-ts-node-compiler', '0.7.0'] as const

/** An issue and its finished page, which lends its scaled pictures. */
export interface Paper {
  issue: string
  page: FinishedPage
}

/** Typst with the text of issues, on the same page and with the same fonts, in one process. */
export async function typst(
  name: string,
  papers: readonly Paper[],
  { folder, env }: Grounds,
): Promise<Contender> {
  const module = await installed(...compiler)
  const out = join(folder, 'out', name)
  mkdirSync(out, { recursive: true })
  const files: string[] = []
  for (const [index, { issue, page }] of papers.entries()) {
    const source = join(dirname(page.page), 'issue.typ')
    await writeFile(source, typstSource(await readIssueTree(issue), page.pictures))
    files.push(source, join(out, `${index + 1}.pdf`))
  }
  const fonts = join(packageRoot(), 'dist/fonts')
  const words = [await plainScript('typst/set'), module, fonts, folder, ...files]
  const pdfs = files.filter((_, index) => index % 2 === 1)
  return processContender({ name, command: [process.execPath, ...words], env, pdfs })
}
