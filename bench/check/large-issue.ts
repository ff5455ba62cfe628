import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../made/random.js'
import { pick, randomFrom } from '../made/random.js'

/** The number of articles, and of Han characters in each. */
export interface Size {
  articles: number
  characters: number
}

/**
 * Writes an issue of many articles. They consist of sentences of the clean corpus in a reproducible
 * random order, with changed numbers, so that no two articles are equal. Returns the number of Han
 * characters written.
 */
export function writeLargeIssue(folder: string, corpus: string, size: Size): number {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'bulletin.yaml'), 'title: 苇川通讯\nnumber: 5\ndate: 2021-09-28\n')
  const random = randomFrom(54)
  const sentences = sentencesOf(corpus)
  let written = 0
  for (let index = 1; index <= size.articles; index++) {
    const body = bodyOf(sentences, size.characters, random)
    const head = `---\ntitle: 第${index}期读书会记事\nsection: 工作交流\nunit: 苇川市社区服务协会\ndate: 2021-08-${String((index % 28) + 1).padStart(2, '0')}\n---\n\n`
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.md`), head + body)
    written += hanIn(body)
  }
  return written
}

/** Returns the complete sentences without punctuation that depends on another sentence. */
function sentencesOf(corpus: string): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.md') && !file.endsWith('README.md'))
    .toSorted()
    .map((file) => readFileSync(join(corpus, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  const lines = texts.flatMap((text) => text.split('\n'))
  const prose = lines.filter((line) => /^\p{sc=Han}/u.test(line) && line.length > 40)
  const sentences = prose.flatMap((line) => line.match(/[^。！？]+[。！？]/g) ?? [])
  return sentences.filter((one) => /^[\p{sc=Han}\d，、；：·%。！？～《》]+$/u.test(one))
}

function bodyOf(sentences: readonly string[], characters: number, random: Random): string {
  const paragraphs: string[] = []
  for (let had = 0; had < characters; ) {
    const count = 3 + Math.floor(random() * 5)
    const words = Array.from({ length: count }, () =>
      pick(random, sentences).replace(/\d{2,3}(?![\d年月日%，、.])/g, () =>
        String(10 + Math.floor(random() * 900)),
      ),
    )
    const lead = random() < 0.25 ? '**要把事情办到每个人心里。**' : ''
    const paragraph = lead + words.join('')
    had += hanIn(paragraph)
    if (paragraphs.length % 6 === 5) paragraphs.push('## 办好身边的小事')
    paragraphs.push(paragraph)
  }
  return `${paragraphs.join('\n\n')}\n`
}

const hanIn = (text: string) => (text.match(/\p{sc=Han}/gu) ?? []).length
