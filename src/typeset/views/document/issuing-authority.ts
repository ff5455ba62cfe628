import { widthInEm } from '../../../text/em-width.js'
import { titleLines } from '../../../text/title-lines.js'
import type { IssuingAuthority } from '../../view-model.js'

/** Maximum width of the letters, pt: the type area with a small margin. */
const measure = 430
/** Maximum letter sizes, pt. */
const largest = { one: 54, several: 36 }
/**
 * Minimum letter size, pt. Smaller letters would not be distinct from the title (22 pt), so the
 * name is broken instead.
 */
const smallest = 24

/** Sets the name in the largest letters that fit. Several issuers are on separate lines. */
export function issuingAuthority(title: string): IssuingAuthority {
  const lines = title.split(/\n|<br\s*\/?>/i).flatMap((line) => line.trim() || [])
  const last = lines.at(-1) ?? ''
  if (lines.length < 2 || !last.endsWith('文件')) return broken(lines)
  const names = [...lines.slice(0, -1), last.slice(0, -2)].flatMap((line) => line.trim() || [])
  if (names.length < 2) return broken([`${names.join('')}文件`])
  const widest = Math.max(...names.map(widthInEm))
  // 2.5 em for 文件 and the gap before it.
  const size = Math.min(largest.several, Math.floor(measure / (widest + 2.5)))
  return { lines: names, suffix: '文件', size }
}

function broken(lines: readonly string[]): IssuingAuthority {
  const sizeOf = (all: readonly string[]) =>
    Math.min(largest.one, Math.floor(measure / Math.max(1, ...all.map(widthInEm))))
  const size = sizeOf(lines)
  if (size >= smallest) return { lines: [...lines], suffix: undefined, size }
  const cut = lines.flatMap((line) => titleLines(line, Math.floor(measure / smallest)))
  return { lines: cut, suffix: undefined, size: sizeOf(cut) }
}
