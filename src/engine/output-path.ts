import { basename, dirname, join, resolve } from 'node:path'
import { withoutEnding } from '../input/files/names.js'
import type { Request } from '../model/request.js'
import { proveOutput } from '../system/prove-output.js'

/** Where the PDF of an issue goes: `-o`, else its name in `--out-dir`, else its name beside it. */
export function outputOf(
  target: string,
  { output, outDir }: { output?: string; outDir?: string },
): string {
  if (output !== undefined) return output
  const absolute = resolve(target)
  const name = `${withoutEnding(basename(absolute))}.pdf`
  if (outDir !== undefined) return join(outDir, name)
  // As the person typed it, so that messages name a path that works where they stand.
  return join(
    basename(target) === '.' || basename(target) === '..' ? dirname(absolute) : dirname(target),
    name,
  )
}

/**
 * Proves that the files which a build writes are none that it reads, neither folders nor devices.
 *
 * @throws Fault `usage` otherwise; nothing has been touched.
 */
export async function proveOutputs({
  output,
  html,
}: Pick<Request, 'output' | 'html'>): Promise<void> {
  await proveOutput({ path: output, option: '-o', kind: 'PDF' })
  if (html !== undefined) await proveOutput({ path: html, option: '--html', kind: 'HTML' })
}
