import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { elementRows } from '../src/input/markdown/html/elements.js'
import { rules } from '../src/lint/rules/index.js'
import { withElementsTable } from '../src/report/elements-list.js'
import { withRulesTable } from '../src/report/rules-list.js'

/** Writes the README's tables of rules and of HTML elements anew from the program's. */
const readme = join(import.meta.dirname, '../README.md')
const text = withRulesTable(readFileSync(readme, 'utf8'), rules)
writeFileSync(readme, withElementsTable(text, elementRows))
