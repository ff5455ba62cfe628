/** The file extensions of articles; `.md` is the documented one. */
const article = /\.(?:md|markdown|mdown|mkd)$/i

/** Whether a file name is that of an article. */
export const isArticle = (name: string): boolean => article.test(name)

/**
 * Whether a file name was most likely meant as an article: Windows with hidden extensions produces
 * `.md.txt`.
 */
export const isNearlyArticle = (name: string): boolean => /\.(?:md|markdown)\.txt$/i.test(name)

/** An article's file name without its extension. */
export const withoutEnding = (name: string): string => name.replace(article, '')

/** Whether a name is that of the settings file: `bulletin.yaml` or `bulletin.yml`, in any case. */
export const isSettings = (name: string): boolean => /^bulletin\.ya?ml$/i.test(name)

/** Whether a name is that of the settings file, or was most likely meant as it. */
export const isSettingsName = (name: string): boolean => /^bulletin\.ya?ml(?:\.txt)?$/i.test(name)

/**
 * Whether a name is that of an office document (text, table or slides), which may be meant as an
 * article.
 */
export const isOfficeFile = (name: string): boolean =>
  /\.(?:docx?|wps|wpt|rtf|odt|pages|txt|pdf|xlsx?|et|ods|numbers|pptx?|dps|odp|key)$/i.test(name)
