import Handlebars from 'handlebars'
import type { Kind } from '../../model/model.js'
import type { View } from '../views/view.js'
import { compileOptions } from './compile-options.js'
import { precompiled } from './precompiled.js'

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
