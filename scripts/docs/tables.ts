import { fields } from '../../src/input/article/fields.js'
import { elementRows } from '../../src/input/markdown/html/elements.js'
import { documentKeys } from '../../src/input/settings/keys/document.js'
import { images, page } from '../../src/input/settings/keys/page.js'
import { settings } from '../../src/input/settings/settings.js'
import { statisticsKeys } from '../../src/input/statistics/rules.js'
import { rules } from '../../src/lint/rules/index.js'
import { roles } from '../../src/typeset/template/roles.js'
import { commandsTable, optionsTable } from './commands.js'
import { dependenciesTable } from './dependencies.js'
import { elementsTable } from './elements.js'
import { exitCodesTable } from './exit-codes.js'
import { fontsTable } from './fonts.js'
import { keysTable } from './keys.js'
import { rulesTable } from './rules.js'
import { code, table } from './table.js'
import { templateNamesTables } from './template-names.js'

/**
 * `toc` and `copies` do not apply to newsletters, so they are listed with the keys of a document.
 */
const { toc, copies, ...others } = settings
const shared = Object.fromEntries(Object.entries(others).filter(([key]) => !(key in documentKeys)))

/** Every generated table of the documentation, by the name in its marks. */
export const tables: Readonly<Record<string, () => string>> = {
  commands: commandsTable,
  'build-options': () => optionsTable('build'),
  'print-options': () => optionsTable('print'),
  'check-options': () => optionsTable('check'),
  'doctor-options': () => optionsTable('doctor'),
  'preview-options': () => optionsTable('preview'),
  'import-options': () => optionsTable('import'),
  'fetch-options': () => optionsTable('fetch'),
  'init-options': () => optionsTable('init'),
  'new-issue-options': () => optionsTable('new', 'issue'),
  'new-article-options': () => optionsTable('new', 'article'),
  'stats-options': () => optionsTable('stats'),
  'index-options': () => optionsTable('index'),
  'statistics-keys': () => keysTable(statisticsKeys),
  settings: () => keysTable(shared),
  'page-keys': () => keysTable(page),
  'images-keys': () => keysTable(images),
  'document-keys': () => keysTable({ toc, copies, ...documentKeys }),
  'front-matter': () => keysTable(fields),
  elements: () => elementsTable(elementRows),
  dependencies: dependenciesTable,
  fonts: fontsTable,
  rules: () => rulesTable(rules),
  'exit-codes': exitCodesTable,
  'template-names': templateNamesTables,
  roles: () =>
    table(
      ['`data-role`', '是什么'],
      Object.entries(roles).map(([role, about]) => [code(role), about]),
    ),
}
