import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { withTables } from './marked.js'
import { tables } from './tables.js'

/** Regenerates the marked tables in README.md, docs/ and templates/README.md. */
const root = join(import.meta.dirname, '../..')
for (const path of globSync(['README*.md', 'docs/**/*.md', 'templates/README.md'], {
  cwd: root,
  absolute: true,
})) {
  const text = readFileSync(path, 'utf8')
  const written = withTables(text, tables)
  if (written !== text) writeFileSync(path, written)
}
