import { resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Kind } from '../model/issue.js'
import { fileStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'
import { isBuiltIn } from '../model/template.js'

/** `--template` over the one of `bulletin.yaml`; a path starts where the person stands. */
export function chosenTemplate<S extends Settings>(settings: S, typed: string | undefined): S {
  if (typed === undefined) return settings
  if (isBuiltIn(typed)) return { ...settings, template: typed }
  const place = { file: '--template', at: fileStart }
  return { ...settings, template: { path: typed, absolute: resolve(typed), place } }
}

/**
 * What was said of the sources, less what only a newsletter asks for: a template folder shows what
 * it extends after the articles were read.
 */
export const saidOfKind = (said: readonly Diagnostic[], kind: Kind): Diagnostic[] =>
  said.filter(({ rule }) => kind === 'newsletter' || rule !== 'section-missing')
