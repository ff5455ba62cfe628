import { readIssue } from '../src/input/files/index.js'
import { parseIssue } from '../src/input/parse-issue.js'
import { arrange } from '../src/issue/arrange.js'
import type { Issue } from '../src/model/issue.js'

/** Reads an issue as `bulletin` does, as input for other tools. */
export async function readIssueTree(folder: string): Promise<Issue> {
  const sources = await readIssue(folder, { cwd: process.cwd() })
  const { settings, articles } = parseIssue(sources)
  const { name } = sources
  return arrange(settings, articles, { name, kind: 'newsletter', drafts: false }).issue
}
