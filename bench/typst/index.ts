import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../src/package.js'
import type { Contender } from '../contender.js'
import { type BenchContext, outFolder } from '../context.js'
import type { FinishedPage } from '../finished-page.js'
import { installed } from '../installed.js'
import { processContender } from '../process-contender.js'
import { readIssueTree } from '../read-issue-tree.js'
import { plainScript } from '../scripts.js'
import { typstSource } from './source.js'

/** Carries Typst 0.14.2. Not a dependency: the registries lack it for some platforms. */
const compiler = ['@myriaddreamin/typst-ts-node-compiler', '0.7.0'] as const

/**
 * Typst with the text of issues and the scaled pictures of their finished pages, on the same page and
 * with the same fonts, in one process.
 */
export async function typst(
  name: string,
  pages: readonly FinishedPage[],
  context: BenchContext,
): Promise<Contender> {
  const module = await installed(...compiler)
  const out = await outFolder(context, name)
  const pdfs = pages.map((_, index) => join(out, `${index + 1}.pdf`))
  const files: string[] = []
  for (const [index, { issue, page, pictures }] of pages.entries()) {
    const source = join(dirname(page), 'issue.typ')
    await writeFile(source, typstSource(await readIssueTree(issue), pictures))
    files.push(source, pdfs[index] ?? '')
  }
  const fonts = join(packageRoot(), 'dist/fonts')
  const words = [await plainScript('typst/set'), module, fonts, context.folder, ...files]
  return processContender({
    name,
    command: [process.execPath, ...words],
    env: context.env,
    pdfs,
  })
}
