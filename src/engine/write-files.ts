import type { FormatName } from '../model/format.js'
import type { Request } from '../model/request.js'
import type { OutputFormat } from '../output/formats.js'
import { formats } from '../output/formats.js'
import type { Printed } from '../output/pdf/print.js'
import type { ArrangedIssue } from '../output/printed-issue.js'
import type { World } from './world.js'

/**
 * Makes the files that are asked for, and writes them. All are made before the first is written, so
 * that one that cannot be made leaves nothing half done.
 * @param printed missing when none of the files needs pages.
 */
export async function writeFiles(
  { files, html, edition }: Request,
  world: Pick<World, 'write'>,
  arranged: ArrangedIssue,
  printed?: Printed,
): Promise<void> {
  const made: [path: string, bytes: Uint8Array][] = []
  for (const { format, path } of files) made.push([path, await fileOf(format, arranged, printed)])
  if (html !== undefined) {
    if (printed?.html === undefined) throw new Error('the print kept no HTML')
    made.push([html, Buffer.from(printed.html)])
  }
  if (edition !== undefined) {
    if (!printed) throw new Error('an edition needs pages, and none were printed')
    const { editionOf } = await import('../output/preview/edition.js')
    made.push([edition, Buffer.from(JSON.stringify(editionOf(arranged.issue, printed)))])
  }
  for (const [path, bytes] of made) await world.write(path, bytes)
}

async function fileOf(
  format: FormatName,
  arranged: ArrangedIssue,
  printed: Printed | undefined,
): Promise<Uint8Array> {
  const maker: OutputFormat = formats[format]
  if (!maker.needsPages) return maker.file({ ...arranged, ...(printed && { printed }) })
  if (!printed) throw new Error(`${format} needs pages, and none were printed`)
  return maker.file({ ...arranged, printed })
}
