import type { Aim, Files } from './canary.js'

/** An attack by one article, which is built together with others. */
export interface ArticleAttack {
  name: string
  /** The article's file. */
  text: (aim: Aim) => string
  files?: (aim: Aim) => Promise<Files> | Files
  /** Symbolic links in the folder, by path. */
  links?: (aim: Aim) => Record<string, string>
  /** Name of its file, when that matters. */
  file?: string
  /** The rule that must name the file; undefined when nothing need be said. */
  rule?: string
  /** Text that must stand on a page, as typed. */
  shows?: string
}

/** What came of an attack: what kept it out, or the holes it went through. */
export interface Outcome {
  name: string
  saw: string
  holes: readonly string[]
}

/** An article of the given title and body. */
export const article = (title: string, body: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nsection: 要闻\n---\n\n${body}\n`

/** An article whose body is hostile; the title is the attack's name. */
export const hostile = (
  name: string,
  body: (aim: Aim) => string,
  more: Partial<ArticleAttack> = {},
): ArticleAttack => ({
  name,
  text: (aim) =>
    article(name.replaceAll(/[<>:"/\\]/g, ''), `正文在前。\n\n${body(aim)}\n\n正文在后。`),
  ...more,
})
