import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { configurationErrorAt } from '../diagnostic.js'
import type { FileReference, Staged } from '../model.js'
import { packageRoot } from '../package.js'
import { builtInTemplates } from '../render/built-in.js'
import type { TemplateFile, TemplateFiles } from '../render/template.js'

/**
 * The files of a template: a built-in one, or the editor's folder in which a file stands in for
 * ours of the same name and all others are inherited from `newsletter`.
 * `spell` turns an absolute path into the way messages write it.
 */
export async function readTemplate(
  template: string | FileReference,
  spell: (path: string) => string,
): Promise<Staged<TemplateFiles>> {
  const ours = join(packageRoot(), 'templates')
  const base = typeof template === 'string' ? template : 'newsletter'
  const layers = [join(ours, 'shared'), join(ours, base)]
  if (typeof template !== 'string') layers.push(template.absolute)
  const files = new Map<string, TemplateFile>()
  for (const layer of layers) {
    const own = await filesIn(layer).catch(() => undefined)
    if (own) for (const [name, absolute] of own) files.set(name, await textFile(absolute, spell))
    else if (typeof template !== 'string') return { diagnostics: [missing(template)] }
  }
  return { value: sorted(files), diagnostics: [] }
}

const missing = ({ path, place }: FileReference) =>
  configurationErrorAt(place, {
    rule: 'template-missing',
    message: `找不到模板文件夹“${path}”。`,
    fix: `改正路径，或用自带的模板：${builtInTemplates.join('、')}。`,
  })

/** `page.hbs`, `partials/*.hbs` and `styles/*.css` of a folder by their relative path, in name order. */
async function filesIn(folder: string): Promise<[name: string, absolute: string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((absolute): [string, string] => [
      relative(folder, absolute).split(sep).join('/'),
      absolute,
    ])
    .filter(([name]) => /^(page\.hbs|partials\/[^/]+\.hbs|styles\/[^/]+\.css)$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const textFile = async (
  absolute: string,
  spell: (path: string) => string,
): Promise<TemplateFile> => ({
  path: spell(absolute),
  text: (await readFile(absolute, 'utf8')).replace(/^\uFEFF/, ''),
})

/** Files by what they are for. A sheet that replaces ours keeps the place of ours in the cascade. */
function sorted(files: ReadonlyMap<string, TemplateFile>): TemplateFiles {
  const page = files.get('page.hbs')
  if (!page) throw new Error('the built-in template has no page.hbs')
  const partials: Record<string, TemplateFile> = {}
  const styles: TemplateFile[] = []
  for (const [name, file] of files) {
    const partial = /^partials\/(.+)\.hbs$/.exec(name)?.[1]
    if (partial !== undefined) partials[partial] = file
    if (name.startsWith('styles/')) styles.push(file)
  }
  return { page, partials, styles }
}
