import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copiedIssue } from './made/copied-issue.js'

/** A copy of issue 54 in which one paragraph is edited. */
export interface EditedIssue {
  folder: string
  /**
   * Saves the article with a new number in the paragraph, so that its text is different every time.
   */
  fix(): Promise<void>
}

const edited = '07-2-望津区自管公约.md'
const before = '望津区现有文化客厅21处'

/** Copies issue 54 and its publication's settings to a new folder. */
export async function editedIssue(into: string): Promise<EditedIssue> {
  const folder = await copiedIssue(into)
  const path = join(folder, edited)
  const text = await readFile(path, 'utf8')
  if (!text.includes(before)) throw new Error(`${edited} no longer says ${before}`)
  let count = 100
  const fix = () => writeFile(path, text.replace(before, `望津区现有文化客厅${++count}处`))
  return { folder, fix }
}
