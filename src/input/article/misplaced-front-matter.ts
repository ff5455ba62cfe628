import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import type { SourceFile } from '../../model/source.js'
import { excerpt } from '../../text/excerpt.js'
import type { KeyNames } from '../settings/schema.js'
import { isForeignKey } from './foreign-keys.js'

/** How many lines of the file are searched for a misplaced front-matter. */
const REACH = 40

/**
 * Finds a front-matter that is not recognised because the file does not begin with exactly `---`:
 * there is text above it, its dashes are different characters (from an input method), too many, or
 * Hugo's `+++`, or one or both `---` lines are missing. Markdown would print its keys as a heading
 * or a paragraph.
 *
 * @returns the diagnostic, and `through`, the number of lines up to the end of the front-matter.
 */
export function misplaced(
  file: SourceFile,
  names: KeyNames,
): { diagnostic: Diagnostic; through: number } | undefined {
  const lines = file.text.split(/\r?\n/, REACH)
  const isBlock = (from: number) => {
    const length = lines.slice(from).findIndex(isDashes)
    const rows = lines.slice(from, from + length).filter((line) => line.trim() !== '')
    return length > 0 && names.has(keyOf(rows[0])) && rows.every(isRow)
  }
  const first = lines.findIndex((line) => line.trim() !== '')
  const hugo = headOfHugo(lines, first)
  if (hugo) {
    const at = { line: first + 1, column: 1 }
    const { through, problem } = hugo
    return { diagnostic: errorAt({ file: file.path, at }, problem), through }
  }
  const open = lines.findIndex((line, index) => isDashes(line) && isBlock(index + 1))
  if (open === -1 && (first === -1 || !isBlock(first))) return undefined
  const start = open === -1 ? first : open
  const problem = open === -1 ? withoutDashes(lines[first] ?? '') : problemOf(lines, open, first)
  const close = lines.findIndex((line, index) => index > start && isDashes(line))
  const at = { line: start + 1, column: 1 }
  return { diagnostic: errorAt({ file: file.path, at }, problem), through: close + 1 }
}

interface Problem {
  rule: string
  message: string
  hint: string
}

function problemOf(lines: readonly string[], open: number, first: number): Problem {
  const line = lines[open] ?? ''
  if (line.trimEnd() !== '---') {
    const message = `“${excerpt(line)}”不是单独的三个英文减号 -。`
    return { rule: 'front-matter-open', message, hint: '改成 ---，前面不留空格。' }
  }
  if (first === open) {
    const hint = '删掉上面的空行，让 --- 成为第一行。'
    return { rule: 'front-matter-late', message: '开头的 --- 上面有空行。', hint }
  }
  const above = excerpt(lines.slice(0, open).join(' '))
  const message = `开头的 --- 上面有别的内容：“${above}”。`
  return { rule: 'front-matter-late', message, hint: '把 --- 到 --- 这几行移到文件最上面。' }
}

/**
 * Reads a front-matter without any `---` line: keys from the first line that is not blank down to
 * the next blank line, all of them known and the title among them. Such lines cannot be running
 * text, so they are read, with a warning whose fix inserts the `---` lines.
 *
 * @returns the keys, with blank lines for the lines above them, and the body, with blank lines for
 * all lines above it.
 */
export function bareHead(
  { path, text }: SourceFile,
  names: KeyNames,
): { yaml: string; body: string; diagnostic: Diagnostic } | undefined {
  const lines = text.split('\n')
  const first = lines.findIndex(hasWords)
  const end = lines.findIndex((line, index) => index > first && !hasWords(line))
  if (first === -1 || end === -1) return undefined
  const rows = lines.slice(first, end).map((line) => withAsciiColon(line.trim()))
  const isHead = rows.every((row) => names.has(keyOf(row)) || isForeignKey(keyOf(row)))
  if (!isHead || !rows.some((row) => names.get(keyOf(row)) === 'title')) return undefined
  const at = { line: first + 1, column: 1 }
  const message = `“${excerpt(rows[0] ?? '')}”上下没有 ---，当作稿件开头的各项。`
  const hint = '在这几行的上面和下面各加一行 ---；上面的一行要在文件的最前面。'
  const warning = warningAt({ file: path, at }, { rule: 'front-matter-open', message, hint })
  const newline = lines[first]?.endsWith('\r') ? '\r\n' : '\n'
  const fix = {
    from: 0,
    to: lines.slice(0, end).join('\n').length,
    text: ['---', ...rows, '---'].join(newline) + (newline === '\r\n' ? '\r' : ''),
  }
  return {
    yaml: '\n'.repeat(first) + rows.join('\n'),
    body: '\n'.repeat(end) + lines.slice(end).join('\n'),
    diagnostic: { ...warning, fix },
  }
}

/**
 * Replaces the full-width colon, which YAML does not recognise, after a foreign key. `readYaml`
 * repairs those after known keys.
 */
const withAsciiColon = (row: string) =>
  isForeignKey(keyOf(row)) ? row.replace(/[ \t]*：[ \t\u3000]*/, ': ') : row

const hasWords = (line: string) => line.trim() !== ''

/** Finds Hugo's front-matter between two `+++` lines. */
function headOfHugo(
  lines: readonly string[],
  first: number,
): { through: number; problem: Problem } | undefined {
  const isPlus = (line: string | undefined) => line?.trim() === '+++'
  const close = lines.findIndex((line, index) => index > first && isPlus(line))
  if (!isPlus(lines[first]) || close === -1) return undefined
  const message = '开头的“+++”是 TOML 的写法（Hugo 的文章），这里不认。'
  const hint = '上下两行 +++ 都改成 ---，各项的“名称 = "内容"”改成“名称: 内容”。'
  return { through: close + 1, problem: { rule: 'front-matter-open', message, hint } }
}

const withoutDashes = (line: string): Problem => ({
  rule: 'front-matter-open',
  message: `“${excerpt(line)}”上面少一行 ---。`,
  hint: '在它上面加一行 ---，让它成为文件的第一行。',
})

const keyOf = (line = '') => /^\s*([^\s:：]+)\s*[:：]/.exec(line)?.[1] ?? ''

/** Matches a key with its value, or an indented line or list item that belongs to a key. */
const isRow = (line: string) => keyOf(line) !== '' || /^\s+\S|^- /.test(line)

/** Matches two or more dashes of any kind: hyphens, full-width hyphens, dashes. */
const isDashes = (line: string) => /^\s*[-－–—]{2,}\s*$/.test(line)
