import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesTable } from '../src/typeset/template/names-table.js'

/** Writes the tables of the names that templates may use into `templates/README.md`. */
const file = join(import.meta.dirname, '../templates/README.md')
const text = readFileSync(file, 'utf8')
const marked = /(<!-- 由 scripts\/template-names\.ts 生成 -->\n)[\s\S]*?(<!-- 生成到此 -->)/
if (!marked.test(text)) throw new Error(`${file} has no place for the tables`)
writeFileSync(
  file,
  text.replace(
    marked,
    (_, before: string, after: string) => `${before}\n${namesTable()}\n${after}`,
  ),
)
