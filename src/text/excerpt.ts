import { graphemes } from './graphemes.js'

/** A piece of the source short enough for a message: one line, at most `length` characters. */
export function excerpt(text: string, length = 24): string {
  const characters = graphemes(text.replace(/\s+/g, ' ').trim())
  return characters.length > length
    ? `${characters.slice(0, length).join('')}……`
    : characters.join('')
}

/** A text as a YAML string in quotes, whatever it holds. */
export function quoted(text: string): string {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  return bare.includes('"') || bare.includes('\\') ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`
}
