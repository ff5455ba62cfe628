import type { Kind } from './issue.js'

/** The files of a template: the built-in files, overridden by the editor's own. */
export interface TemplateFiles {
  /** The built-in template, or the one that the editor's template extends. */
  kind: Kind
  /** `page.hbs`; `partials` are `partials/*.hbs` by name without extension. */
  page: TemplateFile
  partials: Record<string, TemplateFile>
  /** Style sheets in cascade order. */
  styles: TemplateFile[]
}

/** The files of a page for the screen; no built-in template of paper belongs to it. */
export type WebTemplate = Omit<TemplateFiles, 'kind'>

/** One text file of a template. */
export interface TemplateFile {
  /** Path for messages. */
  path: string
  text: string
}

/** The names of the templates in the package. */
export const builtInTemplates = [
  'newsletter',
  'briefing',
  'document',
] as const satisfies readonly Kind[]

/** Returns whether `name` is the name of a built-in template. */
export const isBuiltIn = (name: unknown): name is Kind =>
  builtInTemplates.some((one) => one === name)
