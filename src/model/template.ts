import type { Kind } from './issue.js'

/** The files of a template, ours and the editor's own over them. */
export interface TemplateFiles {
  /** What it is: a built-in template, or the one that an editor's own extends. */
  kind: Kind
  /** `page.hbs` and `partials/*.hbs` by their name without extension; `page` of the root is `''`. */
  page: TemplateFile
  partials: Record<string, TemplateFile>
  /** Style sheets in the order in which they apply. */
  styles: TemplateFile[]
}

export interface TemplateFile {
  /** As messages spell it. */
  path: string
  text: string
}

/** The templates that come with the package. */
export const builtInTemplates = [
  'newsletter',
  'briefing',
  'document',
] as const satisfies readonly Kind[]

/** Whether a word is the name of one. */
export const isBuiltIn = (name: unknown): name is Kind =>
  builtInTemplates.some((one) => one === name)
