/** A Markdown table; `|` in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Text of a cell in which `*` and `~` are no Markdown. */
export const literal = (text: string): string => text.replaceAll('*', '\\*').replaceAll('~', '\\~')

/** Text of a cell as code. */
export const code = (text: string): string => `\`${text}\``
