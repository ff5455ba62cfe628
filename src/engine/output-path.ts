import { basename, dirname, join, resolve } from 'node:path'

/** Where the PDF of an issue goes: `-o`, else its name in `--out-dir`, else its name beside it. */
export function outputOf(
  target: string,
  { output, outDir }: { output?: string; outDir?: string },
): string {
  if (output !== undefined) return output
  const absolute = resolve(target)
  const name = `${basename(absolute).replace(/\.md$/i, '')}.pdf`
  if (outDir !== undefined) return join(outDir, name)
  // As the person typed it, so that messages name a path that works where they stand.
  return join(
    basename(target) === '.' || basename(target) === '..' ? dirname(absolute) : dirname(target),
    name,
  )
}
