import type { Diagnostic } from '../../model/diagnostic.js'
import { excerpt } from '../../text/excerpt.js'
import type { Origin } from '../settings/value.js'
import { errorIn } from '../settings/value.js'

/**
 * What a Chinese input method, or haste, does to `名称: 内容`: a full-width colon, no space after
 * the colon, or a full-width one. YAML reads such a line as running text and says nothing, or
 * complains about another line. Each is reported; the text returned has them put right, so that
 * the rest of it can be read too. Only lines that begin at the margin with a known name are
 * touched, and no line of a block text begins there.
 */
export function mendSlips(
  source: Pick<Origin, 'file' | 'text' | 'configuration'>,
  names: Iterable<string>,
): { text: string; diagnostics: Diagnostic[] } {
  const slip = new RegExp(
    `^(${[...names].join('|')})(?:[ \\t\\u3000]*(：)[ \\t\\u3000]*|(:)(?=[^\\s:])|(:)\\u3000+)`,
  )
  const diagnostics: Diagnostic[] = []
  const lines = source.text.split('\n').map((line, index) => {
    const match = slip.exec(line)
    if (match === null) return line
    const [all, name = '', fullWidth, bare] = match
    const rest = line.slice(all.length)
    const point = { line: index + 1, column: name.length + 1 }
    const wrong = fullWidth
      ? '用了中文冒号'
      : bare
        ? '的冒号后面少一个空格'
        : '的冒号后面是全角空格'
    diagnostics.push(
      errorIn(source, point, {
        rule: 'colon',
        message: `“${excerpt(line)}”${wrong}。`,
        fix: `写成 ${`${name}: ${excerpt(rest)}`.trimEnd()}（英文冒号，后面空一格）。`,
      }),
    )
    return `${name}: ${rest}`
  })
  return { text: lines.join('\n'), diagnostics }
}
