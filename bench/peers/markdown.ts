import { readIssue } from '../../src/read/index.js'

/**
 * The articles of an issue in one Markdown file, titles as headings, without their front-matter (some
 * tools take orders from it). Each begins on a page of its own.
 */
export async function plainMarkdown(folder: string): Promise<string> {
  const { articles } = await readIssue(folder, { cwd: process.cwd() })
  return articles.map(({ text }) => article(text)).join('\n\n<div class="page-break"></div>\n\n')
}

function article(text: string): string {
  const [, front = '', body = text] = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/.exec(text) ?? []
  const [, title] = /^title: *(.+)$/m.exec(front) ?? []
  return title === undefined ? body.trim() : `# ${title}\n\n${body.trim()}`
}
