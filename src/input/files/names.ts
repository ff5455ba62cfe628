/** How the names of articles end; the first is ours. */
const article = /\.(?:md|markdown|mdown|mkd)$/i

/** Whether a name is an article's. */
export const isArticle = (name: string): boolean => article.test(name)

/** Whether a name was most likely meant as an article's: what Windows makes of a hidden ending. */
export const isNearlyArticle = (name: string): boolean => /\.(?:md|markdown)\.txt$/i.test(name)

/** An article's name without its ending. */
export const withoutEnding = (name: string): string => name.replace(article, '')

/** Whether a name is that of the settings: `bulletin.yaml`, and what is clearly the same. */
export const isSettings = (name: string): boolean => /^bulletin\.ya?ml$/i.test(name)

/** Whether a name is that of the settings, or was most likely meant so. */
export const isSettingsName = (name: string): boolean => /^bulletin\.ya?ml(?:\.txt)?$/i.test(name)

/** Whether a name is that of a text, a table or slides of an office program, which may be meant as an article. */
export const isOfficeFile = (name: string): boolean =>
  /\.(?:docx?|wps|wpt|rtf|odt|pages|txt|pdf|xlsx?|et|ods|numbers|pptx?|dps|odp|key)$/i.test(name)
