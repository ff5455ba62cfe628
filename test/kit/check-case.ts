import { parseIssue, parseSettings } from '../../src/input/parse-issue.js'
import { check } from '../../src/lint/lint.js'
import type { Neighbour, PrintedSize, Rule } from '../../src/lint/rule.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import type { SourceFile } from '../../src/model/source.js'

/**
 * Runs one rule on an example and returns its diagnostics, suggestions included. The example is a
 * list of articles separated by `§§`. A part whose first line is `yaml` is `bulletin.yaml`;
 * `neighbour NAME` begins the settings file of another issue; `picture PATH` gives a picture's width
 * in px and mm.
 */
export function checkCase(rule: Rule, text: string): Diagnostic[] {
  const parts = text.split('§§')
  const settings = parts.find((part) => /^yaml\n/.test(part))
  const articles = parts
    .filter((part) => !/^(?:yaml|(?:neighbour|picture) .*)\n/.test(part))
    .map((part, index) => file(`0${index + 1}.md`, part))
  const parsed = parseIssue({
    name: 'issue',
    folder: '/issue',
    articles,
    ...(settings && { settings: file('bulletin.yaml', settings.replace(/^yaml\n/, '')) }),
    single: false,
    roots: [],
    diagnostics: [],
  })
  return check({
    articles: parsed.articles,
    settings: parsed.settings,
    neighbours: parts.flatMap(neighbour),
    pictures: parts.flatMap(picture),
    name: 'issue',
    rules: [rule],
    all: true,
  }).filter((one) => one.rule === rule.id)
}

const file = (path: string, text: string): SourceFile => ({
  path,
  absolute: `/issue/${path}`,
  text,
})

function picture(part: string): PrintedSize[] {
  const [, src, pixels, width] = /^picture (.*)\n(\d+) (\d+)/.exec(part) ?? []
  if (src === undefined) return []
  const at = { line: 1, column: 1 }
  return [{ file: '01.md', at, src, pixels: Number(pixels), width: Number(width) }]
}

function neighbour(part: string): Neighbour[] {
  const [, name, text] = /^neighbour (.*)\n([\s\S]*)$/.exec(part) ?? []
  if (name === undefined || text === undefined) return []
  const { value } = parseSettings({ articles: [], single: false, settings: file('b.yaml', text) })
  const { number, total, date } = value ?? {}
  return [{ name, number, total: total === 'none' ? undefined : total, date }]
}
