import Handlebars from 'handlebars'
import type { TemplateFile, TemplateFiles } from '../../model/template.js'
import type { View } from '../view-model.js'
import { compileOptions } from './compile-options.js'
import { precompiled } from './precompiled.js'

/** Fills a template. Its names were checked before, so a missing one is a fault of ours and throws. */
export function fill({ page, partials }: TemplateFiles, view: View): string {
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

/** The style sheets as one, safe inside a <style> element. */
export const styleSheet = ({ styles }: TemplateFiles): string =>
  styles
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('</', '<\\/')
