import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/system/package.js'

/** Copies issue 54 and its publication's settings to a new folder. Returns the folder of the issue. */
export async function copiedIssue(into: string): Promise<string> {
  const fixtures = join(packageRoot(), 'fixtures')
  const folder = join(into, 'issue-54')
  await mkdir(into, { recursive: true })
  await cp(join(fixtures, 'issue-54'), folder, { recursive: true })
  await cp(join(fixtures, 'bulletin.yaml'), join(into, 'bulletin.yaml'))
  return folder
}
