import { basename, dirname, join, resolve } from 'node:path'
import { withoutEnding } from '../input/files/names.js'
import type { FormatName, OutputFile } from '../model/format.js'
import { fileFormats, usualFormats } from '../model/format.js'
import type { Request, SitePlace } from '../model/request.js'
import { proveOutput } from '../system/prove-output.js'

/** Where the files of an issue are to go. */
interface Destination {
  output?: string
  outDir?: string
  formats?: readonly FormatName[]
}

/**
 * Returns the files of an issue: named by `-o`, otherwise after the issue in `--out-dir`, otherwise
 * after the issue next to it. `-o` names the file of the format whose extension it has; the others
 * lie beside it under the same name.
 */
export function filesOf(
  target: string,
  { output, outDir, formats = usualFormats }: Destination,
): OutputFile[] {
  if (output === undefined) {
    const bare = bareOf(target, outDir)
    return formats.map((format) => ({ format, path: bare + fileFormats[format].extension }))
  }
  const named = formats.find((format) =>
    output.toLowerCase().endsWith(fileFormats[format].extension),
  )
  // A name without any of the extensions stays the first file's, which `proveOutputs` refuses.
  const bare = named ? output.slice(0, -fileFormats[named].extension.length) : output
  return formats.map((format) => {
    const { extension } = fileFormats[format]
    return { format, path: format === (named ?? formats[0]) ? output : bare + extension }
  })
}

/**
 * Returns the files of an issue in a site: a folder with its page as `index.html`, and the other
 * files beside it under the name of the issue.
 */
export function placedInSite(
  target: string,
  site: string,
  formats: readonly FormatName[] = usualFormats,
): { files: OutputFile[]; site: SitePlace } {
  const name = basename(bareOf(target, site))
  const files = formats.map((format) => {
    const file = format === 'html' ? 'index.html' : name + fileFormats[format].extension
    return { format, path: join(site, name, file) }
  })
  const pdf = files.find(({ format }) => format === 'pdf')
  const index = '../index.html'
  return {
    files,
    site: pdf ? { index, pdf: encodeURIComponent(basename(pdf.path)) } : { index },
  }
}

/** Returns the path of an issue's files without extension. */
export function bareOf(target: string, outDir: string | undefined): string {
  const absolute = resolve(target)
  const name = withoutEnding(basename(absolute))
  if (outDir !== undefined) return join(outDir, name)
  // Stays relative if the target is, so that messages show a path that works from the working
  // directory.
  return join(
    basename(target) === '.' || basename(target) === '..' ? dirname(absolute) : dirname(target),
    name,
  )
}

/** @throws {Fault} `usage` otherwise. */
export async function proveOutputs({
  files,
  placedBy = '-o',
  html,
}: Pick<Request, 'files' | 'placedBy' | 'html'>): Promise<void> {
  for (const { format, path } of files)
    await proveOutput({ path, option: placedBy, kind: fileFormats[format].kind })
  if (html !== undefined) await proveOutput({ path: html, option: '--html', kind: 'HTML' })
}
