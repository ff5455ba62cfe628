/** Context lines around a change. */
const contextLines = 1

/**
 * Returns the changed lines as a unified diff; empty when there are none. Corrections never add or
 * remove lines, so lines are compared one to one.
 */
export function diffText(path: string, before: string, after: string): string {
  const [old, made] = [before.split('\n'), after.split('\n')]
  const changed = old.flatMap((line, index) => (line === made[index] ? [] : [index]))
  if (changed.length === 0) return ''
  const hunks: { from: number; to: number }[] = []
  for (const index of changed) {
    const last = hunks.at(-1)
    if (last && index - contextLines <= last.to + 1)
      last.to = Math.min(index + contextLines, old.length - 1)
    else
      hunks.push({
        from: Math.max(0, index - contextLines),
        to: Math.min(index + contextLines, old.length - 1),
      })
  }
  const text = hunks.flatMap(({ from, to }) => {
    const size = to - from + 1
    const range = `${from + 1},${size}`
    return [`@@ -${range} +${range} @@`, ...hunkLines(old, made, from, to)]
  })
  return [`--- ${path}`, `+++ ${path}`, ...text].map((line) => line.replace(/\r$/, '')).join('\n')
}

function hunkLines(old: readonly string[], made: readonly string[], from: number, to: number) {
  const lines: string[] = []
  for (let index = from; index <= to; index++) {
    const [before = '', after = ''] = [old[index], made[index]]
    lines.push(...(before === after ? [` ${before}`] : [`-${before}`, `+${after}`]))
  }
  return lines
}
