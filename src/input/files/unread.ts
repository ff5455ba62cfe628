import { basename } from 'node:path'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import { Fault } from '../../model/fault.js'
import { fileStart } from '../../model/place.js'
import { byPath, sortedByPath } from '../../text/natural-order.js'
import { displayPath } from './source.js'
import type { Walked } from './walk.js'

const conversionHint =
  '要排进去的，在 Word、WPS 里复制文字，粘贴到记事本，存成 .md 文件（编码选 UTF-8）'

/** The fault for a folder without an article. */
export function empty(target: string, { nearly, office }: Walked): Fault {
  const [first] = nearly
  const hint = first
    ? `把“${basename(first)}”的扩展名改成 .md。`
    : office.length > 0
      ? `里面有 ${named(office)}：${conversionHint}。`
      : '把稿件存成 .md 文件放进去；README.md 和名字以 _ 或 . 开头的不算稿件。'
  return new Fault('usage', `文件夹“${target}”里没有稿件（.md 文件）。`, hint)
}

/**
 * Diagnostics for files that were not read. Files that the `texts` of the issue mention are there
 * on purpose and are not reported.
 */
export function aboutNames(
  { links, nearly, office, special, garbled }: Walked,
  { cwd, texts }: { cwd: string; texts: readonly string[] },
): Diagnostic[] {
  const placeOf = (path: string) => ({ file: displayPath(path, cwd), at: fileStart })
  const outside = links.map(({ path, leads }) => {
    const message = leads === 'out' ? '是一个指向文件夹之外的链接，没有读' : '是一个断了的链接'
    const problem = {
      rule: 'link-outside',
      message: `“${basename(path)}”${message}。`,
      hint: '把真正的文件复制到这里来。',
    }
    return errorAt(placeOf(path), problem)
  })
  const misnamed = nearly.map((path) => {
    const name = basename(path)
    const hint = `改名为“${name.replace(/\.[^.]+\.txt$/i, '.md')}”；不是稿件就在名字前面加一个 _。`
    const message = `“${name}”的扩展名不是 .md，没有读。`
    return warningAt(placeOf(path), { rule: 'file-name', message, hint })
  })
  const noFiles = special.map((path) =>
    errorAt(placeOf(path), {
      rule: 'not-text',
      message: `“${basename(path)}”不是普通的文件（是管道或设备）。`,
      hint: '换成真正的文件；用不着就移走。',
    }),
  )
  const unnamed = garbled.map((path) =>
    errorAt(placeOf(path), {
      rule: 'file-name',
      message: `“${basename(path)}”的名字是乱码（不是 UTF-8），打不开。`,
      hint: '给它改个名字；从压缩包里解出来的，换一个解压程序（编码选 GBK）再解一次。',
    }),
  )
  const others = office.filter((path) => {
    const name = basename(path).normalize('NFC')
    return !texts.some((text) => text.includes(name) || text.includes(encodeURI(name)))
  })
  return [...outside, ...misnamed, ...noFiles, ...unnamed, ...aboutOffice(others)].sort((a, b) =>
    byPath(a.file, b.file),
  )

  function aboutOffice(paths: readonly string[]): Diagnostic[] {
    const [first] = sortedByPath(paths, (path) => path)
    if (first === undefined) return []
    const message = `${named(paths)} 不是稿件，没有读。`
    const hint = `${conversionHint}；用不着的移走，或在名字前面加一个 _。`
    return [warningAt(placeOf(first), { rule: 'file-format', message, hint })]
  }
}

/** The first three file names, and the total number if there are more. */
function named(paths: readonly string[]): string {
  const names = sortedByPath(paths, (path) => path).map((path) => basename(path))
  return `${names.slice(0, 3).join('、')}${names.length > 3 ? ` 等 ${names.length} 个文件` : ''}`
}
