/**
 * Text as Markdown that reads as the text: only what our parser would take for a mark gets a
 * backslash. `all` escapes every mark of ASCII, where less was not enough.
 */
export function escaped(text: string, { all = false }: { all?: boolean } = {}): string {
  if (all)
    return text.replace(/[!-/:-@[-`{-~]/g, (mark) =>
      /[[\]()]/.test(mark) ? entity(mark) : `\\${mark}`,
    )
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/\](?=[(（:：[])/g, entity)
    .replace(/!(?=\[)/g, '\\!')
}

/** A bracket as a character reference: with a backslash, `\[` and `\]` would be a formula. */
const entity = (mark: string): string => `&#${mark.charCodeAt(0)};`

/** A line as it begins a paragraph: what would make a heading, a quote, a list or a rule of it is escaped. */
export function escapedStart(line: string): string {
  return line
    .replace(/^#{1,6}(?=\s|$)/, '\\$&')
    .replace(/^[>|]/, '\\$&')
    .replace(/^[-+](?=\s|$)/, '\\$&')
    .replace(/^(?:={2,}|-{2,}|_{2,})(?=\s*$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])[ \t]+(?=[\p{sc=Han}“‘《（【「*])/u, '$1$2')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
    .replace(/^:(?=-)/, '\\:')
}

/** Text of HTML. */
export const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
