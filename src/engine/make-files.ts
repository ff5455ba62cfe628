import type { Diagnostic } from '../model/diagnostic.js'
import type { FormatName } from '../model/format.js'
import type { Request } from '../model/request.js'
import type { OutputFormat } from '../output/formats.js'
import { formats } from '../output/formats.js'
import type { Printed } from '../output/pdf/print.js'
import type { ArrangedIssue, MadeFile } from '../output/printed-issue.js'

/** The files of an issue by path, and what is to be said of them. */
export interface MadeFiles {
  files: [path: string, bytes: Uint8Array][]
  diagnostics: Diagnostic[]
}

/**
 * Makes the files that are asked for. All are made before the first is written, so that one that
 * cannot be made leaves nothing half done.
 * @param printed missing when none of the files needs pages.
 */
export async function makeFiles(
  { files, html, edition }: Request,
  arranged: ArrangedIssue,
  printed?: Printed,
): Promise<MadeFiles> {
  const made: MadeFiles['files'] = []
  const diagnostics: Diagnostic[] = []
  for (const { format, path } of files) {
    const file = await fileOf(format, arranged, printed)
    if (file instanceof Uint8Array) made.push([path, file])
    else {
      made.push([path, file.bytes])
      diagnostics.push(...file.diagnostics.map((one) => ({ ...one, format })))
    }
  }
  if (html !== undefined) {
    if (printed?.html === undefined) throw new Error('the print kept no HTML')
    made.push([html, Buffer.from(printed.html)])
  }
  if (edition !== undefined) {
    if (!printed) throw new Error('an edition needs pages, and none were printed')
    const { editionOf } = await import('../output/preview/edition.js')
    const data = editionOf(arranged.issue, printed, arranged.where)
    made.push([edition.data, Buffer.from(JSON.stringify(data))], [edition.pages, printed.pdf])
  }
  return { files: made, diagnostics }
}

async function fileOf(
  format: FormatName,
  arranged: ArrangedIssue,
  printed: Printed | undefined,
): Promise<MadeFile> {
  const maker: OutputFormat = formats[format]
  if (!maker.needsPages) return maker.file({ ...arranged, ...(printed && { printed }) })
  if (!printed) throw new Error(`${format} needs pages, and none were printed`)
  return maker.file({ ...arranged, printed })
}
