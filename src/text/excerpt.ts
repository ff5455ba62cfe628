import { graphemes } from './graphemes.js'

/**
 * Shortens a text for a message: one line, at most `length` characters (graphemes), followed by ……
 * if it was shortened.
 */
export function excerpt(text: string, length = 24): string {
  const characters = graphemes(text.replace(/\s+/g, ' ').trim())
  return characters.length > length
    ? `${characters.slice(0, length).join('')}……`
    : characters.join('')
}

/** Formats any text as a quoted YAML string. */
export function quoted(text: string): string {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  return bare.includes('"') || bare.includes('\\') ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`
}
