import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parseIssue } from '../../src/input/parse-issue.js'
import { check } from '../../src/lint/lint.js'

const folder = resolve('fixtures/corpus/blind-various')
const file = (path: string) => ({
  path,
  absolute: join(folder, path),
  text: readFileSync(join(folder, path), 'utf8'),
})

// Whatever is found in them is a false alarm: code, commands, addresses, references after GB/T 7714, reports, essays.
it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
  'finds nothing in %s',
  (name) => {
    const { articles, settings } = parseIssue({
      name: 'issue',
      folder,
      settings: file('bulletin.yaml'),
      articles: [file(name)],
      single: false,
      roots: [],
      diagnostics: [],
    })
    expect(articles).toHaveLength(1)
    expect(check({ articles, settings })).toEqual([])
  },
)
