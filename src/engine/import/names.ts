import { basename } from 'node:path'
import type { NumberedFile } from '../scaffold/article.js'
import { fileNameFor } from '../scaffold/article.js'

/** Gives names to the articles of one run, after those that are in the folder already. */
export interface ArticleNames {
  /** A name for an article; one that is there under this title keeps its number. */
  nameFor(title: string, isBrief: boolean): { name: string; exists: boolean }
}

/** Briefs stand last. */
const firstBrief = 21

export function articleNames(
  there: readonly NumberedFile[],
  isBrief: (file: NumberedFile) => boolean,
): ArticleNames {
  const articles = there.filter((file) => !isBrief(file))
  const briefs = there.filter(isBrief)
  return {
    nameFor(title, asBrief) {
      const files = asBrief ? briefs : articles
      const name = fileNameFor(title, files, asBrief ? firstBrief : 1)
      const same = there.find((file) => withoutNumber(file.name) === withoutNumber(name))
      if (same) return { name: same.name, exists: true }
      files.push({ name })
      return { name, exists: false }
    },
  }
}

const withoutNumber = (name: string): string => name.replace(/^\d+[-_. 、]?/, '')

/** A title for a manuscript that has none: the name of its file, without numbers before it. */
export const titleOfFile = (path: string): string =>
  basename(path)
    .replace(/\.\w+$/, '')
    .replace(/^[\d\s._-]+(?=\D)/, '')
