import type { Diagnostic } from '../model/diagnostic.js'

const rule = 'image-remote'

/** Maximum number of articles that are listed by name. */
const maxNamed = 3

/**
 * Merges the diagnostics for remote pictures of an issue into one, at the first picture, with the
 * others in `also`. The hint gives the command that downloads them; `target` is its argument. A
 * single picture keeps its own message.
 */
export function remotePicturesTogether(
  diagnostics: readonly Diagnostic[],
  target: string,
): Diagnostic[] {
  const remote = diagnostics.filter((one) => one.rule === rule)
  const [first, ...others] = remote
  if (!first) return [...diagnostics]
  const merged: Diagnostic = {
    ...first,
    ...(others.length > 0 && {
      message: `${remote.length} 张图片在网上（${placesOf(remote)}），排版时不会去下载。`,
      also: others.map(({ file, at, message }) => ({ file, at, message })),
    }),
    hint: `运行 bulletin fetch ${shellQuoted(target)}，把图片下载到 images/，改好稿件里的链接；或者自己另存到 images/，再写成 images/文件名。`,
  }
  return diagnostics.flatMap((one) => (one === first ? merged : one.rule === rule ? [] : one))
}

function placesOf(remote: readonly Diagnostic[]): string {
  const counts = new Map<string, number>()
  for (const { file } of remote) counts.set(file, (counts.get(file) ?? 0) + 1)
  const named = [...counts].slice(0, maxNamed).map(([file, count]) => `${file} ${count} 张`)
  return named.join('，') + (counts.size > maxNamed ? `……共 ${counts.size} 篇` : '')
}

/** Quotes a path for the command line if necessary. */
const shellQuoted = (path: string): string => (/[\s()&;'$*?]/.test(path) ? `"${path}"` : path)
