import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import which from 'which'
import { inTemporaryFolder } from '../../system/temporary-folder.js'

const run = promisify(execFile)

/** The most milliseconds that LibreOffice may take for one file. */
const patience = 120_000

/** A manuscript converted to `.docx`, or why it could not be converted. */
export type Converted =
  | { bytes: Uint8Array; trouble?: undefined }
  | { bytes?: undefined; trouble: { reason: string; hint: string } }

const hint = '在 Word 或 WPS 里打开它，“另存为”时类型选 .docx，再导入。'

/** @param path value of PATH, where LibreOffice is searched. */
export async function toDocx(
  bytes: Uint8Array,
  { ending, path }: { ending: string; path: string | undefined },
): Promise<Converted> {
  const program = await libreOffice(path)
  if (program === undefined) {
    const reason = `.${ending} 文件要有 LibreOffice 才能读，这台电脑上没有`
    return { trouble: { reason, hint } }
  }
  const from = ending === 'docx' ? 'doc' : ending
  const made = await converted(bytes, { program, from, to: 'docx' })
  return made
    ? { bytes: made }
    : { trouble: { reason: `LibreOffice 打不开这个 .${ending} 文件`, hint } }
}

/**
 * Converts a vector drawing of Windows to SVG: a page with the drawing on it.
 *
 * @param path value of PATH, where LibreOffice is searched.
 * @returns undefined when there is no LibreOffice, or it cannot read the drawing.
 */
export async function toSvg(
  bytes: Uint8Array,
  { ending, path }: { ending: 'emf' | 'wmf'; path: string | undefined },
): Promise<Uint8Array | undefined> {
  const program = await libreOffice(path)
  return program === undefined ? undefined : converted(bytes, { program, from: ending, to: 'svg' })
}

/** Converts a file in a folder of its own; undefined when LibreOffice cannot. */
function converted(
  bytes: Uint8Array,
  { program, from, to }: { program: string; from: string; to: string },
): Promise<Uint8Array | undefined> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, `manuscript.${from}`)
    try {
      await writeFile(file, bytes)
      const words = [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--norestore', '--convert-to', to, '--outdir', folder, file],
      ]
      await run(program, words, { timeout: patience, killSignal: 'SIGKILL' })
      return await readFile(join(folder, `manuscript.${to}`))
    } catch {
      return undefined
    }
  })
}

async function libreOffice(path: string | undefined): Promise<string | undefined> {
  for (const name of ['soffice', 'libreoffice']) {
    const found = await which(name, { nothrow: true, path: path ?? '' })
    if (found !== null) return found
  }
  return undefined
}
