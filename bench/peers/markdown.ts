import matter from 'gray-matter'
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
  const { data, content } = matter(text)
  // A title of several lines is one heading.
  const title = String(data.title ?? '').replaceAll('\n', '')
  return title === '' ? content.trim() : `# ${title}\n\n${content.trim()}`
}
