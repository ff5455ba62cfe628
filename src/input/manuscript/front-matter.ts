import { stringify } from 'yaml'
import { fields as table } from '../article/fields.js'
import type { HeadFields } from './plan.js'

const keys = ['title', 'subtitle', 'byline', 'section', 'unit', 'author', 'date'] as const

/** The front-matter of an article, with the line of each key from 1. */
export function frontMatter(fields: HeadFields): {
  text: string
  lines: Map<keyof HeadFields, number>
} {
  const lines = new Map<keyof HeadFields, number>()
  const rows = keys.flatMap((key) => {
    const value = fields[key]
    if (value === undefined) return []
    return [{ key, text: `${table[key].alias}: ${asYaml(value)}` }]
  })
  for (const [index, { key }] of rows.entries()) lines.set(key, index + 2)
  return { text: ['---', ...rows.map(({ text }) => text), '---'].join('\n'), lines }
}

/** A text as YAML: in quotes when it would be anything but itself. */
export function asYaml(text: string): string {
  const isPlain = /^[\p{L}《“（][\p{L}\p{N} \u3000、，。《》“”（）！？…—·<>/-]*$/u.test(text)
  if (isPlain && !/\s[#-]|:\s|^(?:true|false|null)$/i.test(text)) return text
  const isQuoted = text.includes('"') && !text.includes("'")
  const defaultStringType = isQuoted ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE'
  return stringify(text, { lineWidth: 0, defaultStringType }).trimEnd()
}
