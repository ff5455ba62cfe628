import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code, table } from './table.js'

/** Why the program carries each package, installed or bundled, by its name in package.json. */
const reasons: Readonly<Record<string, string>> = {
  '@bomb.sh/tab': 'shell completion for bash, zsh, fish and PowerShell',
  '@clack/prompts':
    'questions of `init`, `new` and `import` on a terminal; loaded when one is asked',
  '@sparticuz/chromium':
    'the browser for a Linux machine that has none (optional: other systems use theirs); npm ships no smaller one',
  chokidar: 'tells of changed files, for `--watch` and `preview`',
  commander: 'reads the command line',
  'csv-parse': 'reads the extra records of `stats`',
  'csv-stringify': 'quotes cells of CSV, and keeps formulas from being run by Excel',
  'd3-scale': 'round tick values of the charts of `stats`',
  'env-paths': 'the cache folder of each system',
  'fastest-levenshtein': '“did you mean” for options, keys, units and pictures',
  fflate: 'unpacks and packs Word files, which are zips',
  fontkit: 'reads names and tables of the installed fonts',
  'get-east-asian-width': 'columns of a terminal that a character takes',
  'gray-matter': 'splits front-matter from the text; its code engines are off',
  handlebars: 'the templates',
  'hast-util-to-html': 'writes HTML, escaped',
  'hast-util-to-string': 'the text of an HTML tree',
  'ipaddr.js': 'keeps `fetch` from addresses of the local network',
  klona: 'copies trees that two outputs change',
  'launch-editor': 'finds the editor that is open and its way of naming a line, for `preview`',
  'log-update': 'the line of progress on a terminal',
  'lru-cache': 'results in memory, with a limit in bytes',
  'mdast-util-to-string': 'the text of a Markdown tree',
  'micromark-core-commonmark': 'the parser’s own constructs, narrowed where Chinese text needs it',
  'micromark-util-decode-string': 'character references as the parser reads them',
  nanotar: 'unpacks the optional browser',
  open: 'opens the preview in the user’s browser',
  'opencc-js': 'traditional characters and the simplified ones for them, for a rule of `check`',
  'p-limit': 'how much runs at a time',
  parse5: 'reads HTML in Markdown, as browsers do',
  'pdfjs-dist': 'draws the pages in `preview`',
  'pinyin-pro': 'order of names by pinyin, surnames read as such; loaded by `index` only',
  puppeteer: 'speaks to the browser (`puppeteer-core` under its shorter name: no download)',
  'rehype-raw': 'HTML in Markdown as a tree, so that it can be judged',
  'remark-cjk-friendly': '`**` beside Chinese marks',
  'remark-cjk-friendly-gfm-strikethrough': 'the same for `~~`',
  'remark-gfm': 'tables, footnotes, strikethrough',
  'remark-parse': 'the Markdown parser',
  'remark-rehype': 'Markdown tree to HTML tree',
  sax: 'reads the XML of Word files without entities and without loading anything',
  sharp: 'decodes and scales pictures; its libvips is LGPL and linked as a library of its own',
  'subset-font': 'HarfBuzz: the characters in use, for a browser that cannot see the fonts',
  temml: 'formulas to MathML, which the browser sets',
  tinyglobby: 'patterns of file names',
  unified: 'runs the Markdown plugins',
  'unist-util-visit': 'walks the trees',
  uqr: 'QR codes as SVG',
  which: 'finds a program in PATH',
  'write-file-atomic': 'a file is there whole or not at all',
  'xast-util-to-xml': 'writes the XML of Word files, escaped',
  xastscript: 'trees of that XML',
  yaml: 'reads YAML with positions, and changes it without losing comments',
}

interface Lock {
  packages: Record<string, { version?: string; license?: string }>
}

/** Names of the packages whose code the sources import; types alone leave nothing in the bundle. */
function bundledPackages(root: string): string[] {
  const folder = join(root, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /^import (?!type )[^']*'([^.'][^']*)'|\bimport\('([^.'][^']*)'\)/gm,
      ),
    ])
    .map(([, still = '', late = '']) => still || late)
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}

/**
 * Returns the table of the packages that the program needs to run, with licences from the lock. What
 * is bundled is not installed again.
 */
export function dependenciesTable(): string {
  const root = join(import.meta.dirname, '../..')
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const { dependencies, optionalDependencies } = read('package.json')
  const { packages }: Lock = read('package-lock.json')
  const installed = new Set(Object.keys({ ...dependencies, ...optionalDependencies }))
  const names = [...new Set([...installed, ...bundledPackages(root)])].sort()
  return table(
    ['package', 'what it is for', 'licence', 'installed'],
    names.map((name) => {
      const reason = reasons[name]
      if (reason === undefined) throw new Error(`scripts/docs/dependencies.ts: why ${name}?`)
      const licence = packages[`node_modules/${name}`]?.license ?? ''
      return [code(name), reason, licence, installed.has(name) ? 'yes' : 'bundled']
    }),
  )
}
