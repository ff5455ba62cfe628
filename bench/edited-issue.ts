import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../src/system/package.js'

/** A copy of issue 54 in which one paragraph changes. */
export interface EditedIssue {
  folder: string
  /** Saves the article with another number in the paragraph: a text that it never had before. */
  fix(): Promise<void>
}

const edited = '07-2-望津区自管公约.md'
const before = '望津区现有文化客厅21处'

/** Copies issue 54 into a folder of its own, with what its parent's settings say. */
export async function editedIssue(into: string): Promise<EditedIssue> {
  const fixtures = join(packageRoot(), 'fixtures')
  const folder = join(into, 'issue-54')
  await mkdir(into, { recursive: true })
  await cp(join(fixtures, 'issue-54'), folder, { recursive: true })
  await cp(join(fixtures, 'bulletin.yaml'), join(into, 'bulletin.yaml'))
  const path = join(folder, edited)
  const text = await readFile(path, 'utf8')
  if (!text.includes(before)) throw new Error(`${edited} no longer says ${before}`)
  let count = 100
  const fix = () => writeFile(path, text.replace(before, `望津区现有文化客厅${++count}处`))
  return { folder, fix }
}
