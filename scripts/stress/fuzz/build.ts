import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'parse5'
import { readPdf } from '../../../test/kit/read-pdf.js'
import { root } from '../root.js'
import type { Input } from './inputs.js'

/** What is published: page scripts of the sources do not run as they are. */
const published = pathToFileURL(join(root, 'dist/index.js')).href
const { build } = (await import(published)) as typeof import('../../../src/index.js')

/** Builds an input; a PDF must hold every Han character that the page for screens holds. */
export async function buildTrial(
  input: Input,
  folder: string,
): Promise<{ ended: string; trouble?: string }> {
  if (input.kind !== 'issue') return { ended: '不排' }
  const issue = join(folder, 'issue')
  await mkdir(issue, { recursive: true })
  for (const [index, bytes] of input.articles.entries())
    await writeFile(join(issue, `${index + 1}.md`), bytes)
  if (input.settings) await writeFile(join(issue, 'bulletin.yaml'), input.settings)
  const [pdf, page] = [join(folder, 'a.pdf'), join(folder, 'a.html')]
  try {
    const options = { output: pdf, formats: ['pdf', 'html'], drafts: true } as const
    const report = await build(issue, options)
    const [first] = report.diagnostics
    if (report.exitCode !== 0)
      return first && first.file !== ''
        ? { ended: `退出码 ${report.exitCode}` }
        : { ended: '没有话', trouble: `退出码 ${report.exitCode}，没有说为什么` }
    const { pages } = await readPdf(await readFile(pdf))
    const printed = new Set(pages.flatMap(({ text }) => [...text.normalize('NFKC')]))
    const wanted = textIn(await readFile(page, 'utf8')).normalize('NFKC')
    const lost = [...new Set(wanted.match(/\p{Script=Han}/gu) ?? [])].filter(
      (one) => !printed.has(one),
    )
    const trouble = lost.length > 0 ? `PDF 里没有 ${lost.join('')}` : undefined
    return { ended: 'PDF', ...(trouble && { trouble }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The text of a page for screens, without the words that only it has: “跳到正文”, “回到目录”, page numbers,
 * and “印发” after the date of issue, which a newsletter and a briefing print without it.
 */
function textIn(html: string): string {
  let text = ''
  const waiting: object[] = [parse(html)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const {
      attrs = [],
      childNodes = [],
      tagName,
      value,
    } = node as {
      attrs?: { name: string; value: string }[]
      childNodes?: object[]
      tagName?: string
      value?: string
    }
    const isOurs = attrs.some((one) => /^(?:skip|printed-page|back|back-link)$/.test(one.value))
    if (tagName === 'style' || tagName === 'head' || isOurs) continue
    if (value !== undefined) text += value
    waiting.push(...childNodes)
  }
  return text.replace(/(?<=[日月])印发/g, '')
}
