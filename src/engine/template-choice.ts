import { resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Kind } from '../model/issue.js'
import { fileStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'
import { isBuiltIn } from '../model/template.js'

/**
 * Applies `--template` over the template of `bulletin.yaml`. A path is relative to the working
 * directory.
 */
export function chosenTemplate<S extends Settings>(settings: S, typed: string | undefined): S {
  if (typed === undefined) return settings
  if (isBuiltIn(typed)) return { ...settings, template: typed }
  const place = { file: '--template', at: fileStart }
  return { ...settings, template: { path: typed, absolute: resolve(typed), place } }
}

/**
 * Removes the diagnostics that apply only to newsletters when the issue is of another kind. They
 * are filtered afterwards because the kind of a template folder is known only after the articles
 * are read.
 */
export const diagnosticsForKind = (diagnostics: readonly Diagnostic[], kind: Kind): Diagnostic[] =>
  diagnostics.filter(({ rule }) => kind === 'newsletter' || rule !== 'section-missing')
