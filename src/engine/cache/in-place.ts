import { readFile } from 'node:fs/promises'
import type { FormatName } from '../../model/format.js'
import type { Request } from '../../model/request.js'
import { digestOf } from '../../system/digest.js'

/**
 * Returns whether the output files are unchanged. Those that are changed or missing are restored
 * from the store.
 * @param kept digests of the files in the order of the request, and of the `--html` file.
 */
export async function inPlace(
  request: Request,
  kept: { files: readonly string[]; html?: string },
  stored: (format: FormatName) => Uint8Array | undefined,
): Promise<boolean> {
  if (request.html !== undefined && (await digestOfFile(request.html)) !== kept.html) return false
  for (const [index, { format, path }] of request.files.entries()) {
    const digest = kept.files[index]
    if ((await digestOfFile(path)) === digest) continue
    const bytes = stored(format)
    if (!bytes || digestOf(bytes) !== digest) return false
    const { writeWhole } = await import('../../system/write-whole.js')
    await writeWhole(path, bytes, { option: request.placedBy })
  }
  return true
}

const digestOfFile = (path: string): Promise<string | undefined> =>
  readFile(path).then(digestOf, () => undefined)
