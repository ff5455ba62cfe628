import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../src/lint/rules/index.js'
import { withRulesTable } from '../src/report/rules-list.js'

/** Writes the README's table of rules anew from the rules. */
const readme = join(import.meta.dirname, '../README.md')
writeFileSync(readme, withRulesTable(readFileSync(readme, 'utf8'), rules))
