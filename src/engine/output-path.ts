import { basename, dirname, join, resolve } from 'node:path'
import { withoutEnding } from '../input/files/names.js'
import type { Request } from '../model/request.js'
import { proveOutput } from '../system/prove-output.js'

/**
 * Returns the path of an issue's PDF: `-o`, otherwise the name in `--out-dir`, otherwise
 * its name next to the issue.
 */
export function outputOf(
  target: string,
  { output, outDir }: { output?: string; outDir?: string },
): string {
  if (output !== undefined) return output
  const absolute = resolve(target)
  const name = `${withoutEnding(basename(absolute))}.pdf`
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
  output,
  html,
}: Pick<Request, 'output' | 'html'>): Promise<void> {
  await proveOutput({ path: output, option: '-o', kind: 'PDF' })
  if (html !== undefined) await proveOutput({ path: html, option: '--html', kind: 'HTML' })
}
