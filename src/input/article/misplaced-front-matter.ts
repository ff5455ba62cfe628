import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt } from '../../model/diagnostic.js'
import type { SourceFile } from '../../model/source.js'
import { excerpt } from '../../text/excerpt.js'
import type { Names } from '../settings/schema.js'

/** How far down a front-matter that should open the file is looked for, in lines. */
const REACH = 40

/**
 * A front-matter that is not one, since the file does not begin with exactly `---`: something
 * stands above it, its dashes are others (the input method's, or four), or the first `---` is
 * missing. Markdown would print its keys as a heading.
 *
 * @returns also how many lines there are up to its end.
 */
export function misplaced(
  file: SourceFile,
  names: Names,
): { diagnostic: Diagnostic; through: number } | undefined {
  const lines = file.text.split(/\r?\n/, REACH)
  const isBlock = (from: number) => {
    const length = lines.slice(from).findIndex(isDashes)
    const rows = lines.slice(from, from + length).filter((line) => line.trim() !== '')
    return length > 0 && names.has(keyOf(rows[0])) && rows.every(isRow)
  }
  const first = lines.findIndex((line) => line.trim() !== '')
  const open = lines.findIndex((line, index) => isDashes(line) && isBlock(index + 1))
  if (open === -1 && (first === -1 || !isBlock(first))) return undefined
  const start = open === -1 ? first : open
  const trouble = open === -1 ? headless(lines[first] ?? '') : lookAt(lines, open, first)
  const close = lines.findIndex((line, index) => index > start && isDashes(line))
  const at = { line: start + 1, column: 1 }
  return { diagnostic: errorAt({ file: file.path, at }, trouble), through: close + 1 }
}

interface Trouble {
  rule: string
  message: string
  fix: string
}

function lookAt(lines: readonly string[], open: number, first: number): Trouble {
  const line = lines[open] ?? ''
  if (line.trimEnd() !== '---') {
    const message = `“${excerpt(line)}”不是单独的三个英文减号 -。`
    return { rule: 'front-matter-open', message, fix: '改成 ---，前面不留空格。' }
  }
  if (first === open) {
    const fix = '删掉上面的空行，让 --- 成为第一行。'
    return { rule: 'front-matter-late', message: '开头的 --- 上面有空行。', fix }
  }
  const above = excerpt(lines.slice(0, open).join(' '))
  const message = `开头的 --- 上面有别的内容：“${above}”。`
  return { rule: 'front-matter-late', message, fix: '把 --- 到 --- 这几行移到文件最上面。' }
}

const headless = (line: string): Trouble => ({
  rule: 'front-matter-open',
  message: `“${excerpt(line)}”上面少一行 ---。`,
  fix: '在它上面加一行 ---，让它成为文件的第一行。',
})

const keyOf = (line = '') => /^\s*([^\s:：]+)\s*[:：]/.exec(line)?.[1] ?? ''

/** A key with its value, or something further in that belongs to one. */
const isRow = (line: string) => keyOf(line) !== '' || /^\s+\S|^- /.test(line)

/** Two or more dashes of any kind: hyphens, full-width hyphens, dashes. */
const isDashes = (line: string) => /^\s*[-－–—]{2,}\s*$/.test(line)
