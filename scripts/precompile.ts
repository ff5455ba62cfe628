import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import Handlebars from 'handlebars'
import { compileOptions } from '../src/typeset/template/compile-options.js'

/**
 * An esbuild plugin that replaces `src/typeset/template/precompiled.ts` by the compiled templates
 * of `templates/`.
 */
export const precompiledTemplates = (root: string): Plugin => ({
  name: 'templates',
  setup(build) {
    build.onLoad({ filter: /[\\/]template[\\/]precompiled\.ts$/ }, async () => {
      const texts = await templateTexts(join(root, 'templates'))
      const entries = texts.map(
        (text) => `[${JSON.stringify(text)}, ${Handlebars.precompile(text, compileOptions)}]`,
      )
      return {
        contents: `export const precompiled = new Map([${entries.join(',')}])`,
        loader: 'js',
      }
    })
  },
})

async function templateTexts(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const templates = names.filter((name) => name.endsWith('.hbs')).sort()
  return Promise.all(templates.map((name) => readFile(join(folder, name), 'utf8')))
}
