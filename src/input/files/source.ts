import { readFile as readFileThen } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, isAbsolute, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { configurationErrorAt, errorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { decode } from '../../system/decode.js'
import { readWithin } from '../../system/read-within.js'
import { visibleControls } from '../../text/visible-controls.js'
import { environmentFault } from './fault.js'

/** For many small files this takes half the time of `readFile` in `node:fs/promises`. */
const readFile = promisify(readFileThen)

/**
 * A path as shown in messages: relative to the working directory, with `/` as separator, in NFC,
 * on one line. Stays absolute when it is two or more levels above the working directory.
 */
export function displayPath(absolute: string, cwd: string): string {
  const way = relative(cwd, absolute)
  const path = isAbsolute(way) || way.startsWith(`..${sep}..`) ? absolute : way
  const shown = path.split(sep).join('/').normalize('NFC')
  return visibleControls(shown).replaceAll('\n', '\\u000a')
}

/** The largest text file that is read, in MB. A novel has about 2 MB. */
const maxMegabytes = 20

export interface SourceOptions {
  cwd: string
  configuration: boolean
  /** The folder that it must lie in, when nobody typed its name; a link may lead out. */
  within?: string
}

/** Reads a text file. Returns no value, with a diagnostic, when the file is not text. */
export async function readSource(
  absolute: string,
  { cwd, configuration, within }: SourceOptions,
): Promise<Staged<SourceFile>> {
  const path = displayPath(absolute, cwd)
  const error = configuration ? configurationErrorAt : errorAt
  const refused = (problem: Parameters<typeof error>[1], line = 1) => ({
    diagnostics: [error({ file: path, at: { line, column: 1 } }, problem)],
  })
  const collected = await stat(absolute).catch(environmentFault(path))
  if (!collected.isFile()) return refused(noFile(path, collected.isDirectory()))
  const size = collected.size / 1e6
  if (size > maxMegabytes) return refused(tooLarge(path, Math.round(size)))
  const { bytes, wrong } = await (within === undefined
    ? readFile(absolute).then((all) => ({ bytes: all, wrong: undefined }))
    : readWithin(absolute, [within])
  ).catch(environmentFault(path))
  if (!bytes) return refused(wrong === 'outside' ? leadsOut(absolute) : changing(path))
  const decoded = decode(bytes)
  if (decoded.text === undefined) {
    const { wrong: problem, line } = decoded
    return refused(PROBLEMS[problem](path, line), line)
  }
  const { text, legacy } = decoded
  const value = { path, absolute, text, ...(legacy && { legacy }) }
  return { value, diagnostics: legacy ? [warnLegacy(path)] : [] }
}

const noFile = (path: string, isFolder: boolean) => ({
  rule: 'not-text',
  message: `“${path}”${isFolder ? '是一个文件夹，不是文件' : '不是普通的文件（是管道或设备）'}。`,
  hint: '换成真正的文件；用不着就移走。',
})

/** A link that leads out of the folder. */
export const leadsOut = (path: string) => ({
  rule: 'link-outside',
  message: `“${basename(path)}”是一个指向文件夹之外的链接，没有读。`,
  hint: '把它指向的文件复制到这里来。',
})

const changing = (path: string) => ({
  rule: 'not-text',
  message: `“${path}”一直在变，读不成。`,
  hint: '等它保存完，再运行一次。',
})

const tooLarge = (path: string, size: number) => ({
  rule: 'not-text',
  message: `“${path}”有 ${size} MB，不像是文字。`,
  hint: '打开看看是不是放错了文件；图片不要粘贴在稿件里，另存到 images/。',
})

const PROBLEMS = {
  binary: (path: string) => ({
    rule: 'not-text',
    message: `“${path}”不是文本文件。`,
    hint: '在 Word 里另存为纯文本（UTF-8），再把扩展名改成 .md；不是稿件就移出这个文件夹。',
  }),
  'unknown-encoding': (path: string) => ({
    rule: 'encoding',
    message: `“${path}”的文字编码读不懂。`,
    hint: '用记事本打开，另存为时编码选 UTF-8。',
  }),
  damaged: (path: string, line: number) => ({
    rule: 'encoding',
    message: `“${path}”第 ${line} 行有坏了的字，不是完整的 UTF-8。`,
    hint: '打开这一行，把乱码（�）删掉，重新打一遍，再存一次。',
  }),
  nul: (path: string, line: number) => ({
    rule: 'not-text',
    message: `“${path}”第 ${line} 行有空字符（U+0000）。`,
    hint: '把这一行删掉，重新用键盘打一遍。',
  }),
}

const warnLegacy = (path: string) =>
  warningAt(
    { file: path, at: fileStart },
    {
      rule: 'encoding',
      message: `“${path}”不是 UTF-8 编码，按 GB18030（GBK）读了。`,
      hint: '用记事本打开，另存为时编码选 UTF-8。',
    },
  )
