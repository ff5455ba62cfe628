/** What stands for the colon and its blank where an input method, or haste, wrote it. */
const slip = '(?:[ \\t\\u3000]*：[ \\t\\u3000]*|:(?=[^\\s:])|:\\u3000+)'

/** Keys under which every line is a row with a label of its own, or a key of theirs. */
const withRows =
  /^(?:staff|编辑|distribution|分发|contact|联系|page|版面|images|图片|fonts|字体)[ \t]*[:：][ \t\r]*$/

/** A row with a full-width colon, of which YAML would make running text. */
const row =
  /^([ \t]+(?:- +)?)([^\s:：#"'[{][^:：#"']{0,19}?)[ \t\u3000]*：[ \t\u3000]*(?![^"']*: )([^\n]*)$/

/**
 * Puts right what a Chinese input method, or haste, does to `名称: 内容`: a full-width colon, no space
 * after the colon, or a full-width one. YAML reads such a line as running text and says nothing, or
 * complains about another line; what it means is clear. Only lines that begin at the margin with a known
 * name are touched, where no line of a block text begins, and the rows right under a key that has rows.
 * Lines stay lines.
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
      // What is indented further goes on with the row above.
      return margin === indent ? line.replace(row, '$1$2: $3') : line
    })
    .join('\n')
}
