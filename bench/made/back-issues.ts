import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelArticle, ModelIssue } from './model-issue.js'
import { readModelIssue } from './model-issue.js'
import type { Random } from './random.js'
import { randomFrom } from './random.js'
import { varied } from './vary.js'

const firstTotal = 101
const firstYear = 2009

/**
 * Writes `count` monthly issues of one publication to a folder and returns their folders. Each has
 * the length, pictures, tables and notes of issue 54, but its own text. The output is reproducible.
 */
export async function writeBackIssues(folder: string, count: number): Promise<string[]> {
  const model = await readModelIssue()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bulletin.yaml'), model.parent)
  const numbers = Array.from({ length: count }, (_, index) => index)
  return Promise.all(numbers.map((index) => writeIssue(folder, index, model)))
}

async function writeIssue(parent: string, index: number, model: ModelIssue): Promise<string> {
  const folder = join(parent, `issue-${firstTotal + index}`)
  const random = randomFrom(index + 1)
  const month = `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  const settings = model.settings
    .replace(/^number: .*$/m, `number: ${(index % 12) + 1}`)
    .replace(/^date: .*$/m, `date: ${month}-28`)
  await cp(model.images, join(folder, 'images'), { recursive: true })
  await writeFile(join(folder, 'bulletin.yaml'), settings)
  for (const article of model.articles) {
    await writeFile(join(folder, article.name), rewritten(article, { model, month, random }))
  }
  return folder
}

function rewritten(
  { front, blocks }: ModelArticle,
  { model, month, random }: { model: ModelIssue; month: string; random: Random },
): string {
  const dated = front.replace(/^date: \d{4}-\d{2}/m, `date: ${month}`)
  const body = blocks.map((block) => varied(block, model.sentences, random)).join('\n\n')
  return `---\n${dated}\n---\n\n${body}\n`
}
