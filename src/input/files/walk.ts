import { readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { environmentFault } from './fault.js'
import { isArticle, isNearlyArticle, isOfficeFile } from './names.js'

/** The Markdown files under a folder, and the files to report. */
export interface Walked {
  /** Absolute paths. */
  articles: string[]
  /** Links that lead out of the folder or to nothing; not followed. */
  links: { path: string; leads: 'out' | 'nowhere' }[]
  /** Files that were most likely meant as articles: `02-校园.md.txt`. */
  nearly: string[]
  /** Office documents: texts, tables and slides. */
  office: string[]
  /** Entries with an article's name that are not files: pipes, sockets, devices. */
  special: string[]
  /**
   * Names that are not valid UTF-8, as far as they can be shown; nothing under them can be opened.
   */
  garbled: string[]
}

/** Whether a name is ignored: `_…`, `.…`, Word's lock files (`~$…`), README.md, node_modules. */
export const isIgnored = (name: string): boolean =>
  /^(?:[_.]|~\$)/.test(name) || /^readme\.(?:md|markdown)$/i.test(name) || name === 'node_modules'

/** Whether a name is that of an article, or was most likely meant as one. */
export const isArticleName = (name: string): boolean => isArticle(name) || isNearlyArticle(name)

/**
 * Finds the articles at any depth. A link is followed only if it leads into the folder and its
 * target has not been read under its own name. So link cycles end, and no article is read twice.
 */
export async function walkFolder(folder: string): Promise<Walked> {
  const root = await realpath(folder)
  const found: Walked = {
    articles: [],
    links: [],
    nearly: [],
    office: [],
    special: [],
    garbled: [],
  }
  const seen = new Set<string>([root])
  const folders = [folder]
  const links: string[] = []
  for (;;) {
    const next = folders.shift()
    if (next !== undefined) {
      const entries = await readdir(next, { withFileTypes: true }).catch(environmentFault(next))
      for (const entry of entries) {
        if (isIgnored(entry.name)) continue
        const path = join(next, entry.name)
        if (entry.name.includes('\ufffd')) found.garbled.push(path)
        else if (entry.isSymbolicLink()) links.push(path)
        else if (entry.isDirectory()) await addFolder(path)
        else if (entry.isFile()) await addFile(path, path)
        else if (isArticle(entry.name)) found.special.push(path)
      }
      continue
    }
    const link = links.shift()
    if (link === undefined) return found
    await followLink(link)
  }

  async function addFolder(path: string) {
    const real = await realpath(path).catch(environmentFault(path))
    if (seen.has(real)) return
    seen.add(real)
    folders.push(path)
  }

  async function addFile(path: string, real: string) {
    // The file may have disappeared since the folder was read, for example while an editor saves
    // it.
    const resolved = await realpath(real).catch(environmentFault(path))
    if (seen.has(resolved)) return
    if (isArticle(path)) {
      seen.add(resolved)
      found.articles.push(path)
    } else if (isNearlyArticle(path)) found.nearly.push(path)
    else if (isOfficeFile(path)) found.office.push(path)
  }

  async function followLink(link: string) {
    const real = await realpath(link).catch(() => undefined)
    if (real === undefined) {
      if (isArticle(link)) found.links.push({ path: link, leads: 'nowhere' })
      return
    }
    const info = await stat(real)
    if (!isInside(real, root)) {
      // Only articles are reported here. A linked folder of pictures is checked when an article
      // refers to it.
      if (isArticle(link)) found.links.push({ path: link, leads: 'out' })
      return
    }
    if (info.isDirectory()) await addFolder(link)
    else if (info.isFile()) await addFile(link, real)
  }
}

/** Whether a real path is a folder or inside it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
