import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/system/package.js'

/** The issue that all generated issues are based on, split into its parts. */
export interface ModelIssue {
  /** `bulletin.yaml` of the issue, and of its parent folder. */
  settings: string
  parent: string
  articles: ModelArticle[]
  /** Folder of its pictures. */
  images: string
  /** Sentences of its plain paragraphs, and of the newsletter in the lint corpus. */
  sentences: string[]
}

/** One article of the model issue. */
export interface ModelArticle {
  /** File name. */
  name: string
  /** The front-matter without the two `---` lines. */
  front: string
  /** Paragraphs, headings, lists, tables etc. as Markdown. */
  blocks: string[]
}

/** Reads `fixtures/issue-54`, and further sentences for variations. */
export async function readModelIssue(): Promise<ModelIssue> {
  const fixtures = join(packageRoot(), 'fixtures')
  const folder = join(fixtures, 'issue-54')
  const articles = await articlesIn(folder)
  const others = await articlesIn(join(fixtures, 'corpus/newsletter'))
  return {
    settings: await readFile(join(folder, 'bulletin.yaml'), 'utf8'),
    parent: await readFile(join(fixtures, 'bulletin.yaml'), 'utf8'),
    articles,
    images: join(folder, 'images'),
    sentences: [...articles, ...others].flatMap(({ blocks }) =>
      blocks.filter(isPlain).flatMap(sentencesOf),
    ),
  }
}

async function articlesIn(folder: string): Promise<ModelArticle[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      name,
      ...split(await readFile(join(folder, name), 'utf8')),
    })),
  )
}

function split(text: string): Omit<ModelArticle, 'name'> {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return { front, blocks: body.trim().split(/\n{2,}/) }
}

/** Returns whether a block is a paragraph of prose without markup. */
export const isPlain = (block: string): boolean =>
  /^[\p{sc=Han}“《\d]/u.test(block) && !/^\d+\.|[*[\]<>|!`_#{}]/.test(block)

/** Returns the sentences of a block, except those that depend on context: half a quotation, 一是…. */
const sentencesOf = (block: string): string[] =>
  block
    .replace(/\n\s*/g, '')
    .split(/(?<=[。！？]”?)(?!”)/)
    .filter(
      (sentence) =>
        /^[\p{sc=Han}\d].*。$/u.test(sentence) &&
        !/[“”：\s]|^[一二三四五六七八九第]/.test(sentence),
    )
