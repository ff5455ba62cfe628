import type { ImportNote } from '../../model/imported.js'
import { fields as table } from '../article/fields.js'
import { lettersIn } from '../docx/census.js'
import { asYaml } from './front-matter.js'
import type { HeadFields } from './plan.js'

/** Keys that are one line of text in an article as in a Word file. */
const keys = ['title', 'subtitle', 'byline', 'unit', 'author', 'date'] as const

/** The letters of a value, without what makes a list or a text of it. */
const bare = (value: string): string => lettersIn(value.replace(/<br\s*\/?>|["'[\],，]/g, ''))

/** The front-matter of an article with the values that are others in the Word file. */
export function updateFields(
  text: string,
  fields: HeadFields,
): { text: string; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1
  if (end === -1) return { text, notes }
  const rows = text.slice(0, end).split('\n')
  for (const key of keys) {
    const value = fields[key]
    if (value === undefined) continue
    const name = new RegExp(`^(?:${key}|${table[key].alias})[ \\t]*[:：]`)
    const index = rows.findIndex((row) => name.test(row))
    const row = rows[index]
    const written = row?.replace(name, '').replace(/\s#.*$/, '') ?? ''
    if (row !== undefined && bare(written) === bare(value)) continue
    const label = table[key].alias
    const at = { line: Math.max(index, 0) + 1, column: 1 }
    const isPlain = row !== undefined && !/^\s*(?:[[{|>&*]|$)/.test(written)
    if (isPlain) rows[index] = `${name.exec(row)?.[0] ?? ''} ${asYaml(value)}`
    notes.push({
      kind: isPlain ? 'changed' : 'doubtful',
      about: 'update',
      reason: isPlain ? `${label}改了` : `修改稿的${label}是“${value}”，稿件里没有改`,
      ...(isPlain && { text: written.trim(), instead: value }),
      place: '修改稿',
      at,
    })
  }
  return { text: rows.join('\n') + text.slice(end), notes }
}
