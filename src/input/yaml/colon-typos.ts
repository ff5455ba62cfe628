/** A mistyped `: `, as an input method or fast typing produces it. */
const slip = '(?:[ \\t\\u3000]*：[ \\t\\u3000]*|:(?=[^\\s:])|:\\u3000+)'

/** Keys whose lines are rows with free labels, or with keys of their own. */
const withRows =
  /^(?:staff|编辑|distribution|分发|contact|联系|page|版面|images|图片|fonts|字体)[ \t]*[:：][ \t\r]*$/

/** A row with a full-width colon, which YAML would read as plain text. */
const row =
  /^([ \t]+(?:- +)?)([^\s:：#"'[{][^:：#"']{0,19}?)[ \t\u3000]*：[ \t\u3000]*(?![^"']*: )([^\n]*)$/

/**
 * Repairs mistyped `名称: 内容` lines: a full-width colon, no space after the colon, or a
 * full-width space. YAML reads such a line as plain text without an error, or reports an error on
 * another line, although the meaning is clear. Only these lines change: lines at the margin that
 * begin with a known name (no line of a block text begins at the margin), and the rows directly
 * under a key that has rows. The number of lines does not change.
 */
export function repairColons(text: string, names: Iterable<string>): string {
  const known = new RegExp(`^(${[...names].join('|')})${slip}`)
  let indent: string | undefined
  let isUnder = false
  return text
    .split('\n')
    .map((line) => {
      const mended = line.replace(known, '$1: ')
      if (/^\S/.test(line)) {
        isUnder = withRows.test(mended)
        indent = undefined
        return mended
      }
      const [margin = ''] = /^[ \t]*(?:- +)?/.exec(line) ?? []
      if (!isUnder || line.trim() === '') return line
      indent ??= margin
      // A line with more indentation continues the row above.
      return margin === indent ? line.replace(row, '$1$2: $3') : line
    })
    .join('\n')
}
