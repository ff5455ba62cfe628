import { graphemes, wholeSlice } from './graphemes.js'

/** UTF-16 units that a character may have, at most. */
const mostUnits = 64

/**
 * Shortens a text for a message: one line, at most `length` characters (graphemes), followed by ……
 * if it was shortened.
 */
export function excerpt(text: string, length = 24): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = graphemes(wholeSlice(line, 0, mostUnits * (length + 1)))
  return characters.length > length
    ? `${characters.slice(0, length).join('')}……`
    : characters.join('')
}

/** Formats any text as a quoted YAML string. */
export function quoted(text: string): string {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  return bare.includes('"') || bare.includes('\\') ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`
}
