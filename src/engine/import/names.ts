import { basename } from 'node:path'
import type { NumberedFile } from '../scaffold/article.js'
import { fileNameFor } from '../scaffold/article.js'

/** Assigns file names to the articles of one run, numbered after those in the folder. */
export interface ArticleNames {
  /** Returns the name of an article. An existing article with this title keeps its number. */
  nameFor(title: string, isBrief: boolean): { name: string; exists: boolean }
}

/** Briefs come last. */
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

/** Returns a title for a manuscript without one: its file name without leading numbers. */
export const titleOfFile = (path: string): string =>
  basename(path)
    .replace(/\.\w+$/, '')
    .replace(/^[\d\s._-]+(?=\D)/, '')
