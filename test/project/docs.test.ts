import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { program } from '../../scripts/docs/commands.js'
import { markedNames, withTables } from '../../scripts/docs/marked.js'
import { tables } from '../../scripts/docs/tables.js'
import { builtInTemplates } from '../../src/model/template.js'
import { names } from '../../src/typeset/template/view-schema.js'

const root = join(import.meta.dirname, '../..')
const documents = globSync(
  ['README*.md', 'docs/**/*.md', '{templates,fixtures,examples}/**/README.md'],
  { cwd: root },
).sort()
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the documentation', () => {
  it.each(documents)(
    'has its tables as the program stands now; after a change run npm run docs (%s)',
    (path) => {
      expect(read(path)).toBe(withTables(read(path), tables))
    },
  )

  it('shows every table that is made, once', () => {
    expect(documents.flatMap((path) => markedNames(read(path))).sort()).toEqual(
      Object.keys(tables).sort(),
    )
  })

  it('has a table of options for every command that has some', () => {
    const options = program().commands.filter(({ options }) => options.length > 0)
    expect(
      options.map((command) => `${command.name()}-options`).filter((name) => !(name in tables)),
    ).toEqual([])
  })

  it.each(documents)('links only to files and headings that are there (%s)', (path) => {
    const text = read(path).replace(/`[^`\n]*`/g, '')
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const gone = targets.filter((target) => {
      const [file = '', heading] = target.split('#')
      if (/^(?:https?|qr):/.test(target) || EXAMPLES.test(target)) return false
      const there = file === '' ? path : join(dirname(path), file)
      if (!existsSync(join(root, there))) return true
      return heading !== undefined && !headingsIn(there).includes(decodeURIComponent(heading))
    })
    expect(gone).toEqual([])
  })

  it.each(['README.md', 'README.en.md'])(
    'begins with a page of about a hundred lines (%s)',
    (path) => {
      expect(read(path).split('\n').length).toBeLessThan(120)
    },
  )

  it('names every template', () => {
    const settings = read('docs/editors/settings.md')
    expect(builtInTemplates.filter((name) => !settings.includes(`\`${name}\``))).toEqual([])
  })

  it('lists every name that a template may use in the README of the templates', () => {
    const templates = read('templates/README.md')
    expect(Object.keys(names).filter((name) => !templates.includes(`\`${name}\``))).toEqual([])
  })

  it('names every environment variable that the program reads', () => {
    const sources = globSync('src/**/*.ts', { cwd: root }).map(read).join('\n')
    const variables = new Set(sources.match(/\bBULLETIN_[A-Z_]+\b/g))
    const all = documents.map(read).join('\n')
    expect([...variables].filter((name) => !all.includes(`\`${name}\``))).toEqual([])
  })

  it('names every script of package.json that people run', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = Object.keys(scripts).filter((name) => name !== 'prepare')
    const contributing = read('docs/dev/contributing.md')
    expect(named.filter((name) => !contributing.includes(`\`${name}\``))).toEqual([])
  })
})

/** Targets in examples of Markdown, which are no links of the documentation. */
const EXAMPLES = /^(?:图片\.|images\/|附件\/|a\.|b\.|qr:|\d+$|https)/

/** The headings of a document as GitHub addresses them. */
const headingsIn = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
