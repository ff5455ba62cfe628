import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../src/cli/options/build.js'
import { addFetchCommand } from '../src/cli/options/fetch.js'
import { ROLE_NAMES, ROLES, type RoleFonts } from '../src/fonts/roles.js'
import { fields } from '../src/input/article/fields.js'
import { elementRows } from '../src/input/markdown/html/elements.js'
import { settings } from '../src/input/settings/settings.js'
import { exitCodes } from '../src/model/exit-codes.js'
import { builtInTemplates } from '../src/model/template.js'
import { withElementsTable } from '../src/report/elements-list.js'
import { names } from '../src/typeset/template/view-schema.js'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The rows of the tables under a heading, as they stand. */
function rowsUnder(heading: string): string[] {
  const [, after = ''] = readme.split(`${heading}\n`)
  const [section = ''] = after.split(/^#{2,3} /m)
  return section.split('\n').filter((line) => line.startsWith('| `'))
}

describe('the README', () => {
  it('has a row for every option of every command', () => {
    const { commands } = commandLine(async () => {})
    const options = commands.flatMap(({ options }) => options.map(({ long }) => long ?? ''))
    expect(options.filter((long) => !readme.includes(`${long}`))).toEqual([])
  })

  it('describes each option of build in the words of --help', () => {
    const build = commandLine(async () => {}).commands.find((one) => one.name() === 'build')
    const rows = rowsUnder('## 命令和选项').map((row) => row.replaceAll('`', ''))
    const missing = (build?.options ?? []).filter(
      ({ flags, description }) =>
        !rows.some((row) => row.startsWith(`| ${flags} | ${description.replaceAll('`', '')}`)),
    )
    expect(missing.map(({ flags }) => flags)).toEqual([])
  })

  it('describes each option of fetch in the words of --help', () => {
    const { options } = addFetchCommand(new Command(), async () => {})
    const rows = rowsUnder('### 网上的图片：bulletin fetch').map((row) => row.replaceAll('`', ''))
    const missing = options.filter(
      ({ flags, description }) => !rows.includes(`| ${flags} | ${description} |`),
    )
    expect(missing.map(({ flags }) => flags)).toEqual([])
  })

  it('has a row for every key of bulletin.yaml, with its Chinese name, and none that is unknown', () => {
    const rows = rowsUnder('### bulletin.yaml')
    const expected = Object.entries(settings).map(([key, { alias }]) => `| \`${key}\` | ${alias} |`)
    expect(rows.map((row) => row.split('|').slice(0, 3).join('|').concat('|')).sort()).toEqual(
      expected.sort(),
    )
  })

  it('has a row for every key of the front-matter, with its Chinese name, and none that is unknown', () => {
    const rows = rowsUnder('### 稿件开头的 `---` 区')
    const expected = Object.entries(fields).map(([key, { alias }]) => `| \`${key}\` | ${alias} |`)
    expect(rows.map((row) => row.split('|').slice(0, 3).join('|').concat('|')).sort()).toEqual(
      expected.sort(),
    )
  })

  it('lists the fonts of each role in the order in which they are looked for', () => {
    const rows = rowsUnder('## 字体').slice(0, ROLE_NAMES.length)
    for (const [i, role] of ROLE_NAMES.entries()) {
      const { names, near, bundled }: RoleFonts = ROLES[role]
      const own = `${bundled.chinese}${bundled.standIn ? '（代用）' : ''}`
      expect(rows[i]).toContain(`| \`${role}\``)
      expect(rows[i]).toContain(`| ${names.join('、')} | ${near.join('、')} | ${own} |`)
    }
  })

  it('says of every element of HTML what it prints as; after a change run npm run rules', () => {
    expect(readme).toBe(withElementsTable(readme, elementRows))
    expect(readme).toContain('| `<center>` | 居中的段落 |')
  })

  it('names every template', () => {
    expect(builtInTemplates.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  it('lists every name that a template may use in the README of the templates', () => {
    const templates = readFileSync(join(root, 'templates/README.md'), 'utf8')
    expect(Object.keys(names).filter((name) => !templates.includes(`\`${name}\``))).toEqual([])
  })

  it('has a row for every exit code', () => {
    const missing = Object.values(exitCodes).filter((code) => !readme.includes(`\n| ${code} | `))
    expect(missing).toEqual([])
  })

  it('names every environment variable that messages speak of', () => {
    for (const name of [
      'BULLETIN_BROWSER',
      'BULLETIN_CACHE',
      'BULLETIN_CACHE_SIZE',
      'BULLETIN_FONTS',
      'BULLETIN_NO_SANDBOX',
    ]) {
      expect(readme).toContain(`| \`${name}\` |`)
    }
  })

  it.each(['README.md', 'templates/README.md', 'templates/newsletter/README.md'])(
    'links only to files that are there (%s)',
    (path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const targets = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
      const written = targets.filter((target) => !target.startsWith('images/'))
      expect(written.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([])
    },
  )

  it('names every script of package.json that people run', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = Object.keys(scripts).filter((name) => name !== 'prepare')
    expect(named.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })
})
