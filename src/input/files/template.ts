import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { configurationErrorAt } from '../../model/diagnostic.js'
import type { Kind } from '../../model/issue.js'
import type { FileReference } from '../../model/settings.js'
import type { Staged } from '../../model/staged.js'
import type { TemplateFile, TemplateFiles, WebTemplate } from '../../model/template.js'
import { builtInTemplates, isBuiltIn } from '../../model/template.js'
import { packageRoot } from '../../system/package.js'
import { readWithin } from '../../system/read-within.js'

/**
 * The file of a custom template folder that names the built-in template it extends, in one line:
 * `extends: briefing`.
 */
export const extendsFile = 'template.yaml'

/**
 * Reads the files of a built-in template, or of a custom template folder. A file of the folder
 * replaces the built-in file of the same name; all others are inherited from the template it
 * extends (`newsletter` by default). `displayPath` converts an absolute path to the form shown in
 * messages.
 */
export async function readTemplate(
  template: string | FileReference,
  displayPath: (path: string) => string,
): Promise<Staged<TemplateFiles>> {
  const own = typeof template === 'string' ? undefined : template
  const base = own
    ? await extended(own, displayPath)
    : { value: isBuiltIn(template) ? template : defaultKind }
  if (base.value === undefined) return { diagnostics: base.diagnostics ?? [] }
  const files = new Map<string, TemplateFile>()
  for (const layer of layersOf(base.value)) await addFiles(layer, files, displayPath)
  if (own) {
    try {
      await addFiles(own.absolute, files, displayPath)
    } catch {
      return { diagnostics: [missing(own)] }
    }
  }
  return { value: { kind: base.value, ...sorted(files) }, diagnostics: [] }
}

/** Reads a template for the screen, which a folder of the editor's own cannot change. */
export async function readWebTemplate(name: 'html' | 'site' | 'wechat'): Promise<WebTemplate> {
  const files = new Map<string, TemplateFile>()
  await addFiles(join(packageRoot(), 'templates', name), files, (path) => path)
  return sorted(files)
}

const defaultKind: Kind = 'newsletter'

/**
 * The folders that make up a built-in template; files of later folders override those of earlier
 * ones.
 */
export const layersOf = (kind: Kind): string[] => {
  const ours = join(packageRoot(), 'templates')
  return [join(ours, 'shared'), join(ours, kind)]
}

/** The script of a page for the screen, and its digest for a content security policy. */
export async function readWebScript(name: 'wechat'): Promise<{ text: string; digest: string }> {
  const text = await readFile(join(packageRoot(), 'templates', name, 'page.js'), 'utf8')
  const digest = createHash('sha256').update(text).digest('base64')
  return { text, digest: `sha256-${digest}` }
}

/** The built-in template that a template folder extends. */
async function extended(
  { absolute }: FileReference,
  displayPath: (path: string) => string,
): Promise<Staged<Kind>> {
  const path = join(absolute, extendsFile)
  const text = await textWithin(path, absolute).catch(() => undefined)
  if (text === undefined) return { value: defaultKind, diagnostics: [] }
  const lines = text.split(/\r?\n/)
  const line = lines.findIndex((one) => /^\s*(?:extends|继承)\s*[:：]/.test(one))
  const word = (lines[line] ?? '').replace(/^[^:：]*[:：]\s*/, '').replace(/\s*(?:#.*)?$/, '')
  if (isBuiltIn(word)) return { value: word, diagnostics: [] }
  return {
    diagnostics: [
      configurationErrorAt(
        { file: displayPath(path), at: { line: Math.max(1, line + 1), column: 1 } },
        {
          rule: 'template-extends',
          message:
            line < 0 ? '这里没有写模板以哪个自带的模板为底。' : `没有叫“${word}”的自带模板。`,
          hint: `写成 extends: newsletter；自带的有：${builtInTemplates.join('、')}。`,
        },
      ),
    ],
  }
}

const missing = ({ path, place }: FileReference) =>
  configurationErrorAt(place, {
    rule: 'template-missing',
    message: `找不到模板文件夹“${path}”。`,
    hint: `改正路径，或用自带的模板：${builtInTemplates.join('、')}。`,
  })

async function addFiles(
  folder: string,
  files: Map<string, TemplateFile>,
  displayPath: (path: string) => string,
): Promise<void> {
  for (const [name, absolute] of await filesIn(folder)) {
    const text = await textWithin(absolute, folder)
    if (text !== undefined)
      files.set(name, { path: displayPath(absolute), text: text.replace(/^\uFEFF/, '') })
  }
}

/** The text of a file in a folder; undefined when it is a link that leads out. */
async function textWithin(path: string, folder: string): Promise<string | undefined> {
  const { bytes } = await readWithin(path, [folder])
  return bytes?.toString('utf8')
}

/**
 * The files `page.hbs`, `partials/*.hbs` and `styles/*.css` of a folder, as pairs of relative and
 * absolute path, sorted by name.
 */
export async function filesIn(folder: string): Promise<[name: string, absolute: string][]> {
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

/**
 * Groups files by purpose. A style sheet that replaces a built-in one keeps its position in the
 * cascade.
 */
function sorted(files: ReadonlyMap<string, TemplateFile>): WebTemplate {
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
