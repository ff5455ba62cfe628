import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/input/parse-issue.js'
import { fingerprints, nearDuplicates } from '../../src/lint/fingerprints.js'
import { lintArticle } from '../../src/lint/lint-article.js'
import { ruleInput } from '../../src/lint/rule-input.js'
import { rules } from '../../src/lint/rules/index.js'
import type { Article } from '../../src/model/article.js'
import { root } from '../kit/workspace.js'

/** Every Markdown file below a folder, its text. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))

const parsed = (text: string): Article[] => {
  const file = { path: '01.md', absolute: '/issue/01.md', text }
  const { value } = parseArticle(file, { idPrefix: 'a1', single: false })
  return value ? [value] : []
}

const texts = [join(root, 'fixtures/corpus'), join(root, 'fixtures/situations')].flatMap(textsIn)
const seeded = join(root, 'fixtures/seeded')
const seedFiles = readdirSync(seeded, { recursive: true, encoding: 'utf8' })
const seeds = seedFiles
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(seeded, file), 'utf8'))
  .map((text) => text.replace(/[⟦⟧]/g, '').replaceAll('\n', '\n\n').replaceAll('⏎', '\n'))
const articles = [...texts, ...seeds].flatMap(parsed)

describe('what saves the rules work changes nothing that they find', () => {
  const selective = rules.filter(({ triggers }) => triggers !== undefined)

  it.each(selective)('$id finds nothing in a paragraph without its characters', (rule) => {
    const bare = { ...rule, triggers: undefined }
    const seen = (one: typeof rule) => {
      const rules = [one]
      return articles.map((article) => lintArticle(article, { rules, all: true }))
    }
    expect(seen(rule)).toEqual(seen(bare))
  })
})

describe('articles that are nearly the same', () => {
  const fingerprintsOf = (text: string) =>
    fingerprints({ blocks: parsed(text).flatMap((one) => ruleInput(one).blocks) })
  const text = texts.find((one) => one.length > 1500 && !one.includes('|')) ?? ''
  const other = texts.findLast((one) => one.length > 1500 && !one.includes('|')) ?? ''

  it('are found whatever stands between them', () => {
    const changed = text.replace(/。/, '，真好。')
    expect(
      nearDuplicates([fingerprintsOf(text), fingerprintsOf(other), fingerprintsOf(changed)], 0.6),
    ).toEqual([[2, 0]])
  })

  it('are not found where texts merely share a phrase, or are too short to tell', () => {
    expect(nearDuplicates([fingerprintsOf(text), fingerprintsOf(other)], 0.6)).toEqual([])
    expect(
      nearDuplicates([fingerprintsOf('简短的一句话。'), fingerprintsOf('简短的一句话。')], 0.6),
    ).toEqual([])
  })
})
