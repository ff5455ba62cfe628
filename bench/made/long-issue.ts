import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelIssue } from './model-issue.js'
import { readModelIssue } from './model-issue.js'
import { pick, randomFrom } from './random.js'
import { proseLike, varied } from './vary.js'

const sections = ['要闻', '工作交流', '调查研究', '志愿者风采']
const places = ['青禾', '东麓', '鹿鸣', '望津', '柳湾', '云岫', '北渚', '南塘', '芦汀', '枫岙']

/** The least length in characters of a part that becomes an article. */
const shortest = 150

/**
 * Writes an issue of `articles` short articles, about 1.3 pages each. Each article is a variation
 * of a part of issue 54 (the text under one heading). The output is reproducible.
 */
export async function writeLongIssue(folder: string, articles: number): Promise<void> {
  const model = await readModelIssue()
  const parts = partsOf(model)
  const random = randomFrom(articles)
  await mkdir(folder, { recursive: true })
  await cp(model.images, join(folder, 'images'), { recursive: true })
  const list = sections.join(', ')
  await writeFile(
    join(folder, 'bulletin.yaml'),
    `${model.parent.replace(/^栏目:\n(?: +- .*\n)+/m, `栏目: [${list}]\n`)}\n期号: 3\n总期号: 54\n日期: 2021-06-28\n`,
  )
  for (let index = 0; index < articles; index++) {
    const part = parts[index % parts.length]
    if (!part) throw new Error('the model issue has no parts')
    const place = `${pick(random, places)}区`
    const front = [
      `title: ${JSON.stringify(`${place}：${part.title}`)}`,
      `section: ${sections[Math.floor((index / articles) * sections.length)]}`,
      `unit: ${place}文化志愿者协会`,
      `date: 2021-06-${String(1 + Math.floor(random() * 25)).padStart(2, '0')}`,
    ]
    const body = part.blocks.map((block) =>
      isMarkedUp(block) && random() < 0.75
        ? proseLike(block, model.sentences, random)
        : varied(block, model.sentences, random),
    )
    const text = `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`
    await writeFile(join(folder, `${String(index + 1).padStart(4, '0')}.md`), text)
  }
}

interface Part {
  title: string
  blocks: string[]
}

const isNotes = (block: string) => block.startsWith('[^')

/** Returns the content below each `##`, with the notes it refers to. */
function partsOf({ articles }: ModelIssue): Part[] {
  return articles.flatMap(({ blocks }) => {
    const notes = blocks.filter(isNotes).flatMap((block) => block.split(/\n(?=\[\^)/))
    const parts: Part[] = []
    for (const block of blocks.filter((one) => !isNotes(one))) {
      const [, title] = /^## (?:[一二三四五六七八九十]+、)?(.+)$/.exec(block) ?? []
      if (title !== undefined) parts.push({ title, blocks: [] })
      else parts.at(-1)?.blocks.push(raised(block))
    }
    return parts
      .filter(({ blocks }) => blocks.join('').length >= shortest)
      .map(({ title, blocks }) => ({ title, blocks: [...blocks, ...referredTo(notes, blocks)] }))
  })
}

/**
 * Returns whether a block is a list, a quotation, or contains bold text. Such blocks are not
 * varied, so only some are kept; otherwise articles made from the same part would count as
 * duplicates.
 */
const isMarkedUp = (block: string): boolean => /^(?:\d+\.|[-*>])/.test(block) || /\*\*/.test(block)

/** Promotes headings below the part's own heading to levels one and two. */
const raised = (block: string): string =>
  block
    .replace(/^### （([一二三四五六七八九十]+)）/, '## $1、')
    .replace(/^#### (\d)\./, (_, number) => `### （${'一二三四五六七八九'[number - 1]}）`)

function referredTo(notes: readonly string[], blocks: readonly string[]): string[] {
  const text = blocks.join('\n')
  return notes.filter((note) => text.includes(note.slice(0, note.indexOf(']') + 1)))
}
