import { stringify } from 'yaml'
import type { Day } from '../../model/settings.js'
import { isoDay } from '../../text/day.js'

/** The initial values of a new article or brief. */
export interface NewArticle {
  title: string
  section: string
  unit?: string
  author?: string
  date: Day
}

/** A file of an issue: its name and the section in its front-matter. */
export interface NumberedFile {
  name: string
  section?: string
}

/**
 * @param files the files of the same kind, articles or briefs.
 * @param first the number to start with when there are no files.
 */
export function fileNameFor(title: string, files: readonly NumberedFile[], first: number): string {
  const numbers = files
    .map(({ name }) => /^\d+/.exec(name)?.[0] ?? '')
    .filter((text) => text !== '')
  const last = Math.max(first - 1, ...numbers.map(Number))
  const digits = Math.max(2, ...numbers.map((text) => text.length))
  return `${String(last + 1).padStart(digits, '0')}-${inFileName(title)}.md`
}

/**
 * Returns a title without the characters that Windows does not allow in file names, at most 40
 * characters.
 */
const inFileName = (title: string): string =>
  [
    ...title
      .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
      .trim()
      .replace(/[. ]+$/, ''),
  ]
    .slice(0, 40)
    .join('') || '稿件'

/** Returns the text of a new article, marked as a draft because its body is empty. */
export const articleText = ({ title, section, unit, author, date }: NewArticle): string =>
  `---
${field('标题', title)}${field('栏目', section)}${field('单位', unit)}${field('作者', author)}日期: ${isoDay(date)}
草稿: true    # 写好以后删去这一行
---

<!-- 正文写在这里；段与段之间空一行。 -->
`

/** Returns the text of a new file of briefs. */
export const briefsText = ({ section, unit, author, date }: Omit<NewArticle, 'title'>): string => {
  const sender = [unit ?? '供稿单位', author].filter(Boolean).join(' ')
  return `---
${field('栏目', section)}日期: ${isoDay(date)}
草稿: true    # 写好以后删去这一行
---

- ${date.month}月${date.day ?? 1}日，……

  （${sender}）
`
}

const field = (key: string, value: string | undefined) =>
  value === undefined || value === ''
    ? ''
    : `${key}: ${stringify(value, { lineWidth: 0 }).trimEnd()}\n`
