import { basename, dirname } from 'node:path'
import { isSettingsName } from '../../input/files/names.js'
import { extendsFile } from '../../input/files/template.js'
import { isArticleName, isIgnored } from '../../input/files/walk.js'

/**
 * Something on the disk that a build looks at: a single file, or a folder of which the files of
 * some names matter at any depth. It need not be there.
 */
export interface WatchedPath {
  kind: 'file' | FolderKind
  /** Absolute. */
  path: string
}

export type FolderKind = 'issue' | 'template'

/** Which names in a folder matter, and which are passed over with all that is under them. */
const folders: Record<
  FolderKind,
  { matters: (name: string) => boolean; passes: typeof isIgnored }
> = {
  issue: {
    matters: (name) => isArticleName(name) || isSettingsName(name),
    passes: isIgnored,
  },
  template: {
    matters: (name) => /\.(?:hbs|css)$/.test(name) || name === extendsFile,
    passes: (name) => name.startsWith('.'),
  },
}

/** Whether a file of this name in such a folder matters. */
export const fileMatters = (kind: FolderKind, name: string): boolean =>
  folders[kind].matters(name) && !folders[kind].passes(name)

/** Whether a folder of this name in such a folder may hold files that matter. */
export const isEntered = (kind: FolderKind, name: string): boolean => !folders[kind].passes(name)

/** Whether a file that matters is a text; else it is a picture or a font. */
export const isText = (path: string): boolean => {
  const name = basename(path)
  return Object.values(folders).some(({ matters }) => matters(name))
}

/**
 * Whether a watcher must look at a path: what matters, what leads to it, and, while it is not known
 * to be a file, what might hold it. Letters of either case and composed in either way are the same:
 * looking at too much does no harm.
 */
export function watchFilter(
  interests: readonly WatchedPath[],
): (path: string, isFile?: boolean) => boolean {
  const leading = new Set<string>()
  for (const { path } of interests) {
    for (let way = path; !leading.has(alike(way)); way = dirname(way)) leading.add(alike(way))
  }
  const trees = interests.flatMap(({ kind, path }) =>
    kind === 'file' ? [] : [{ kind, within: `${alike(path).replace(/\/$/, '')}/` }],
  )
  return (path, isFile) => {
    const given = alike(path)
    if (leading.has(given)) return true
    return trees.some(({ kind, within }) => {
      if (!given.startsWith(within)) return false
      const names = given.slice(within.length).split('/')
      const last = names.pop() ?? ''
      if (!names.every((name) => isEntered(kind, name))) return false
      return isFile ? fileMatters(kind, last) : isEntered(kind, last)
    })
  }
}

const alike = (path: string) => path.replaceAll('\\', '/').normalize('NFC').toLowerCase()
