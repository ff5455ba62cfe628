import Handlebars from 'handlebars'
import type { TemplateFile, TemplateFiles } from '../../model/template.js'
import { compileOptions } from './compile-options.js'
import { precompiled } from './precompiled.js'

/**
 * Fills a template with a view.
 * @throws Error for a missing name; `checkTemplate` reports those first, so this is an internal
 * error.
 */
export function fill<View extends object>(
  { page, partials }: Pick<TemplateFiles, 'page' | 'partials'>,
  view: View,
): string {
  const handlebars = Handlebars.create()
  const ready = ({ text }: TemplateFile) => {
    const specification = precompiled.get(text)
    return specification
      ? handlebars.template<View>(specification)
      : handlebars.compile<View>(text, compileOptions)
  }
  for (const [name, file] of Object.entries(partials)) handlebars.registerPartial(name, ready(file))
  return ready(page)(view, {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  })
}

/** The concatenated style sheets, escaped for a <style> element. */
export const styleSheet = ({ styles }: Pick<TemplateFiles, 'styles'>): string =>
  styles
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('</', '<\\/')
