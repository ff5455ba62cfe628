import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BenchContext, bulletinProgram } from './context.js'

const run = promisify(execFile)

/** An issue as a complete printed page: only printing remains to be done. */
export interface FinishedPage {
  /** Folder of the issue. */
  issue: string
  /** Path of the HTML. */
  page: string
  /** Its scaled pictures in reading order; a picture used twice has one file. */
  pictures: PagePicture[]
}

/** A scaled picture of a finished page. */
export interface PagePicture {
  /** File name, next to the page. */
  name: string
  /** Printed size in mm. */
  width: number
  height: number
}

/**
 * Builds an issue and converts its `--html` output to the form that prints fastest: pictures as
 * files instead of `data:` URLs, and fonts from the system instead of embedded fonts. The content
 * security policy is removed, because it forbids both.
 */
export async function finishedPage(
  issue: string,
  { folder, env, browser }: BenchContext,
): Promise<FinishedPage> {
  const into = await mkdtemp(join(folder, 'page-'))
  const html = join(into, 'printed.html')
  const [node, ...words] = bulletinProgram()
  const output = ['-o', join(into, 'printed.pdf'), '--html', html, '--quiet']
  await run(node, [...words, 'build', issue, ...output], { env })
  return { issue, ...(await split(html, into, browser.fontCss)) }
}

async function split(
  selfContained: string,
  folder: string,
  fontCss: string | undefined,
): Promise<Omit<FinishedPage, 'issue'>> {
  const html = await readFile(selfContained, 'utf8')
  const pictures: PagePicture[] = []
  const names = new Map<string, string>()
  const writing: Promise<void>[] = []
  const withFiles = html.replace(
    /<img src="data:image\/(\w+);base64,([^"]+)"([^>]*)>/g,
    (_, type: string, data: string, rest: string) => {
      const name = names.get(data) ?? `picture-${names.size + 1}.${type}`
      if (!names.has(data)) writing.push(writeFile(join(folder, name), Buffer.from(data, 'base64')))
      names.set(data, name)
      const [, width, height] = /width: ?([\d.]+)mm; ?height: ?([\d.]+)mm/.exec(rest) ?? []
      pictures.push({ name, width: Number(width), height: Number(height) })
      return `<img src="${name}"${rest}>`
    },
  )
  await Promise.all(writing)
  const open = withFiles.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
  const page = join(folder, 'page.html')
  await writeFile(page, fontCss === undefined ? open : withFonts(open, fontCss))
  return { page, pictures }
}

/** Replaces the embedded `@font-face` rules by `css`. */
function withFonts(html: string, css: string): string {
  const without = html.replace(/@font-face\{[^}]*\}\n?/g, '')
  if (without.length === html.length) throw new Error('the page carries no fonts')
  return without.replace('<style>', () => `<style>${css}`)
}
