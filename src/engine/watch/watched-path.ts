import { basename, dirname } from 'node:path'
import { isSettingsName } from '../../input/files/names.js'
import { extendsFile } from '../../input/files/template.js'
import { isArticleName, isIgnored } from '../../input/files/walk.js'

/**
 * A path that a build depends on: a single file, or a folder in which files with certain names
 * count, at any depth. It need not exist.
 */
export interface WatchedPath {
  kind: 'file' | FolderKind
  /** Absolute path. */
  path: string
}

/** The kind of a watched folder: an issue or a template. */
export type FolderKind = 'issue' | 'template'

/**
 * By kind of folder: which file names are relevant, and which entries are skipped with everything
 * below them.
 */
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

/** Returns whether a file of this name in such a folder is relevant. */
export const fileMatters = (kind: FolderKind, name: string): boolean =>
  folders[kind].matters(name) && !folders[kind].passes(name)

/** Returns whether a subfolder of this name may contain relevant files. */
export const isEntered = (kind: FolderKind, name: string): boolean => !folders[kind].passes(name)

/** Returns whether a relevant file is a text; otherwise it is a picture or a font. */
export const isText = (path: string): boolean => {
  const name = basename(path)
  return Object.values(folders).some(({ matters }) => matters(name))
}

/**
 * Returns a predicate for the paths that a watcher must include: relevant files, their ancestors,
 * and paths that may turn out to be folders with relevant files. Letter case and Unicode
 * composition are ignored, because including too many paths is harmless.
 */
export function watchFilter(
  watchedPaths: readonly WatchedPath[],
): (path: string, isFile?: boolean) => boolean {
  const leading = new Set<string>()
  for (const { path } of watchedPaths) {
    for (let way = path; !leading.has(alike(way)); way = dirname(way)) leading.add(alike(way))
  }
  const trees = watchedPaths.flatMap(({ kind, path }) =>
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
