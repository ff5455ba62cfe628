/** Matches a table between its two marks: `<!-- NAME:start -->` … `<!-- NAME:end -->`. */
const marked = /(<!-- ([\w-]+):start -->\n)[\s\S]*?(<!-- \2:end -->)/g

/**
 * @param tables functions that return Markdown, by the name in the marks.
 * @throws {Error} when a mark names no table.
 */
export function withTables(text: string, tables: Readonly<Record<string, () => string>>): string {
  return text.replace(marked, (_, start: string, name: string, end: string) => {
    const table = tables[name]
    if (table === undefined) throw new Error(`there is no table ${name}`)
    return `${start}\n${table()}\n\n${end}`
  })
}

/** Returns the names in the marks of a document. */
export const markedNames = (text: string): string[] =>
  [...text.matchAll(marked)].map(([, , name = '']) => name)
