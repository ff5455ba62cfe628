import { readFile as readFileThen } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { configurationErrorAt, errorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { decode } from '../../system/decode.js'
import { environmentFault } from './fault.js'

/** Takes half the time of that in `node:fs/promises` where many files are small. */
const readFile = promisify(readFileThen)

/** A path as messages spell it: from where the person stands, with `/`, composed (NFC). */
export function displayPath(absolute: string, cwd: string): string {
  const way = relative(cwd, absolute)
  const path = isAbsolute(way) || way.startsWith(`..${sep}..`) ? absolute : way
  return path.split(sep).join('/').normalize('NFC')
}

/** Reads a text file; undefined, with a diagnostic, when it is not text. */
export async function readSource(
  absolute: string,
  { cwd, configuration }: { cwd: string; configuration: boolean },
): Promise<Staged<SourceFile>> {
  const path = displayPath(absolute, cwd)
  const decoded = decode(await readFile(absolute).catch(environmentFault(path)))
  if (decoded.text === undefined) {
    const error = configuration ? configurationErrorAt : errorAt
    return { diagnostics: [error({ file: path, at: fileStart }, WRONG[decoded.wrong](path))] }
  }
  const { text, legacy } = decoded
  const value = { path, absolute, text, ...(legacy && { legacy }) }
  return { value, diagnostics: legacy ? [warnLegacy(path)] : [] }
}

const WRONG = {
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
