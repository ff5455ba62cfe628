import { stringify } from 'yaml'
import type { Day } from '../../model/settings.js'
import { isoDay } from '../../text/day.js'

/** What a new article or brief begins with. */
export interface NewArticle {
  title: string
  section: string
  unit?: string
  author?: string
  date: Day
}

/** A file of the issue: its name and the section that its article names. */
export interface NumberedFile {
  name: string
  section?: string
}

/**
 * A name for a new file: the number after the last of its kind, and the title. Articles are numbered
 * apart from briefs, which stand last.
 *
 * @param files those of its kind, articles or briefs.
 * @param first the number to begin with when there is none.
 */
export function fileNameFor(title: string, files: readonly NumberedFile[], first: number): string {
  const numbers = files
    .map(({ name }) => /^\d+/.exec(name)?.[0] ?? '')
    .filter((text) => text !== '')
  const last = Math.max(first - 1, ...numbers.map(Number))
  const digits = Math.max(2, ...numbers.map((text) => text.length))
  return `${String(last + 1).padStart(digits, '0')}-${inFileName(title)}.md`
}

/** A title without what Windows does not take in a file name, and not too long for any system. */
const inFileName = (title: string): string =>
  [
    ...title
      .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
      .trim()
      .replace(/[. ]+$/, ''),
  ]
    .slice(0, 40)
    .join('') || '稿件'

/** An article to be written: a draft until its body is there. */
export const articleText = ({ title, section, unit, author, date }: NewArticle): string =>
  `---
${field('标题', title)}${field('栏目', section)}${field('单位', unit)}${field('作者', author)}日期: ${isoDay(date)}
草稿: true    # 写好以后删去这一行
---

<!-- 正文写在这里；段与段之间空一行。 -->
`

/** A file of briefs to be written. */
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
