/** Returns a Markdown table; `|` in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Escapes `*` and `~`, so that a cell shows them literally. */
export const literal = (text: string): string => text.replaceAll('*', '\\*').replaceAll('~', '\\~')

/** Formats a cell as code. */
export const code = (text: string): string => `\`${text}\``
