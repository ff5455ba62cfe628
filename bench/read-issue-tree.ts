import { arrange } from '../src/arrange/index.js'
import type { Issue } from '../src/model.js'
import { parseIssue } from '../src/parse/index.js'
import { readIssue } from '../src/read/index.js'

/** An issue as `bulletin` understands it, for others to set. */
export async function readIssueTree(folder: string): Promise<Issue> {
  const sources = await readIssue(folder, { cwd: process.cwd() })
  const { settings, articles } = parseIssue(sources)
  const { name } = sources
  return arrange(settings, articles, { name, kind: 'newsletter', drafts: false }).issue
}
