import type { Diagnostic } from '../model/diagnostic.js'

const rule = 'image-remote'

/** Articles that are named; of more, their number. */
const mostNamed = 3

/**
 * Says it once for all pictures of an issue that are on the web, with the command that fetches them:
 * one error at the first, the others listed in `also`. One picture alone is named by its address.
 */
export function remotePicturesTogether(
  diagnostics: readonly Diagnostic[],
  target: string,
): Diagnostic[] {
  const remote = diagnostics.filter((one) => one.rule === rule)
  const [first, ...others] = remote
  if (!first) return [...diagnostics]
  const together: Diagnostic = {
    ...first,
    ...(others.length > 0 && {
      message: `${remote.length} 张图片在网上（${placesOf(remote)}），排版时不会去下载。`,
      also: others.map(({ file, at, message }) => ({ file, at, message })),
    }),
    hint: `运行 bulletin fetch ${typed(target)}，把图片下载到 images/，改好稿件里的链接；或者自己另存到 images/，再写成 images/文件名。`,
  }
  return diagnostics.flatMap((one) => (one === first ? together : one.rule === rule ? [] : one))
}

function placesOf(remote: readonly Diagnostic[]): string {
  const counts = new Map<string, number>()
  for (const { file } of remote) counts.set(file, (counts.get(file) ?? 0) + 1)
  const named = [...counts].slice(0, mostNamed).map(([file, count]) => `${file} ${count} 张`)
  return named.join('，') + (counts.size > mostNamed ? `……共 ${counts.size} 篇` : '')
}

/** A path as it is typed on a command line. */
const typed = (path: string): string => (/[\s()&;'$*?]/.test(path) ? `"${path}"` : path)
