import type { Kind } from '../../model/model.js'

/** The templates that come with the package. */
export const builtInTemplates = [
  'newsletter',
  'briefing',
  'document',
] as const satisfies readonly Kind[]

/** Whether a word is the name of one. */
export const isBuiltIn = (name: unknown): name is Kind =>
  builtInTemplates.some((one) => one === name)
