import type { Request } from '../../model/request.js'
import { digestOfData } from '../../system/digest.js'
import type { TraceContext } from './trace.js'

/** The inputs of a build other than the files it reads. */
export interface BuildEnvironment extends TraceContext {
  tool: string
  /** Folders that are searched for fonts. */
  fontFolders: readonly string[]
  /** Milliseconds since the process started. */
  clock: () => number
}

type Key = (request: Request, environment: BuildEnvironment) => string

/**
 * Returns the key of a build: everything that is known before any file is read, except where
 * its files go, which does not change their bytes.
 */
export const buildKey: Key = (
  { target, files, template, drafts, strict, html, site, epoch },
  environment,
) => {
  const formats = files.map(({ format }) => format)
  return keyOf('build', environment, [target, formats, template, drafts, strict, html, site, epoch])
}

/** Returns the key of an issue's proved pages, which do not depend on the files made of them. */
export const pagesKey: Key = ({ target, template, drafts, epoch }, environment) =>
  keyOf('pages', environment, [target, template, drafts, epoch])

/** Returns the key of the PDF of these pages. */
export const pdfKey: Key = (request, environment) => `${pagesKey(request, environment)}-pdf`

const keyOf = (
  kind: string,
  { tool, cwd, fontFolders }: BuildEnvironment,
  asked: readonly unknown[],
): string => `${kind}-${digestOfData([tool, cwd, fontFolders, asked])}`
