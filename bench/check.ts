import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIssue } from '../src/input/files/index.js'
import { parseIssue } from '../src/input/parse-issue.js'
import { check } from '../src/lint/lint.js'
import { neighboursFrom } from '../src/lint/neighbours.js'
import { rules } from '../src/lint/rules/index.js'
import type { Diagnostic } from '../src/model/diagnostic.js'
import { alarmsPer, caughtIn } from './check/measure.js'
import { measureSpeed } from './check/speed.js'

/**
 * - `--alarms` lists every false positive and every missed seed.
 * - `--blind` uses only the seeds and texts that were written from the table of rules, without
 *   knowledge of the implementation.
 * - `--speed` measures the time for a thousand articles instead.
 */
const root = join(import.meta.dirname, '..')
if (process.argv.includes('--speed')) {
  await measureSpeed(root, 5)
  process.exit()
}
const verbose = process.argv.includes('--alarms')
const onlyBlind = process.argv.includes('--blind')

const corpus = join(root, 'fixtures/corpus')
const alarms: Diagnostic[] = []
let characters = 0
for (const name of readdirSync(corpus, { withFileTypes: true })) {
  if (!name.isDirectory()) continue
  if (onlyBlind && !name.name.startsWith('blind-')) continue
  const sources = await readIssue(join(corpus, name.name), { cwd: root })
  const { articles, settings } = parseIssue(sources)
  characters += sources.articles.reduce(
    (sum, { text }) => sum + (text.match(/\S/g) ?? []).length,
    0,
  )
  const neighbours = neighboursFrom(sources)
  alarms.push(...check({ articles, settings, neighbours, name: sources.name, all: true }))
}

const seedFolders = onlyBlind ? ['blind'] : ['.', 'blind']
const rows = rules.map((rule) => {
  const files = seedFolders.map((name) => join(root, 'fixtures/seeded', name, `${rule.id}.txt`))
  const seeds = caughtIn(rule, files)
  const wrong = alarms.filter((one) => one.rule === rule.id)
  return { rule, ...seeds, wrong }
})

console.log(`干净文稿 ${characters} 字；每条规则：类别  抓住/埋下  每万字误报（次数）`)
for (const { rule, caught, seeded, wrong } of rows) {
  const rate = alarmsPer(10_000, wrong.length, characters)
  const name = rule.id.padEnd(26)
  console.log(
    `${name} ${rule.class}  ${String(caught).padStart(3)}/${String(seeded).padEnd(3)}  ${rate} (${wrong.length})`,
  )
}
for (const kind of ['fixable', 'report', 'suggestion'] as const) {
  const some = rows.filter(({ rule }) => rule.class === kind)
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    some.reduce((all, row) => all + pick(row), 0)
  const [caught, seeded, wrong] = [
    sum((row) => row.caught),
    sum((row) => row.seeded),
    sum((row) => row.wrong.length),
  ]
  const share = seeded === 0 ? '—' : `${((caught / seeded) * 100).toFixed(1)}%`
  console.log(
    `${kind} ${some.length} 条：抓住 ${caught}/${seeded}（${share}），每万字误报 ${alarmsPer(10_000, wrong, characters)}`,
  )
}
if (verbose) {
  for (const { rule, missed, wrong } of rows) {
    for (const text of missed) console.log(`漏 ${rule.id}: ${text}`)
    for (const { file, at, message } of wrong) {
      const path = join(root, file)
      const line = existsSync(path)
        ? (readFileSync(path, 'utf8').split('\n')[at.line - 1] ?? '')
        : ''
      console.log(
        `误 ${rule.class} ${rule.id} ${file}:${at.line}:${at.column} ${message}\n   ${line.slice(Math.max(0, at.column - 30), at.column + 30)}`,
      )
    }
  }
}
