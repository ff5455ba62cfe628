import type { Diagnostic } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import type { IssueSources, SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { fieldNames } from '../article/fields.js'
import { splitFrontMatter } from '../article/front-matter.js'
import { readYaml } from '../yaml/read.js'
import { mergeSettings } from './merge.js'
import { decodeMapping } from './schema.js'
import { settingNames, settings } from './settings.js'

/** The settings of an issue, and the place where each was given. */
export type PlacedSettings = Settings & { where: Partial<Record<keyof Settings, Place>> }

type Sources = Pick<IssueSources, 'articles' | 'settings' | 'parent' | 'single'>

/**
 * Merges the `bulletin.yaml` of the issue, or the front-matter of its single article, over that of
 * the parent folder. There is always a value: of a broken file, the part that could be read.
 */
export function parseSettings({
  articles,
  settings: own,
  parent,
  single,
}: Sources): Staged<PlacedSettings> {
  const [article] = articles
  const inherited = parent ? fromFile(parent) : NOTHING
  const overriding = single && article ? fromArticle(article) : own ? fromFile(own) : NOTHING
  const where = { ...inherited.where, ...overriding.where }
  return {
    value: { ...mergeSettings(inherited.value, overriding.value), where },
    diagnostics: [...inherited.diagnostics, ...overriding.diagnostics],
  }
}

interface Found {
  value: Partial<Settings>
  where: PlacedSettings['where']
  diagnostics: Diagnostic[]
}

const NOTHING: Found = { value: {}, where: {}, diagnostics: [] }

function fromFile(file: SourceFile): Found {
  const source = { file: file.path, absolute: file.absolute, text: file.text, configuration: true }
  const { map, origin, diagnostics } = readYaml(source, settingNames.keys())
  if (map === undefined) return { ...NOTHING, diagnostics }
  const elsewhere = { names: new Set(fieldNames.keys()), place: '稿件开头的 --- 区' }
  const vocabulary = { known: [...settingNames.keys()], elsewhere }
  const decoded = decodeMapping<Settings>(map, {
    table: settings,
    origin,
    rule: 'setting',
    vocabulary,
  })
  return placed(file, { ...decoded, diagnostics: [...diagnostics, ...decoded.diagnostics] })
}

/**
 * Reads the settings among the keys of an article's front-matter. A name that both tables have
 * (`title`, 日期) belongs to the article. Unknown names and YAML errors are reported by
 * `parseArticle`.
 */
function fromArticle(file: SourceFile): Found {
  const { yaml } = splitFrontMatter(file)
  const source = { file: file.path, absolute: file.absolute, text: yaml, configuration: false }
  const { map, origin } = readYaml(source, [...fieldNames.keys(), ...settingNames.keys()])
  if (map === undefined) return NOTHING
  const names = new Map([...settingNames].filter(([name]) => !fieldNames.has(name)))
  return placed(
    file,
    decodeMapping<Settings>(map, { table: settings, origin, rule: 'setting', names }),
  )
}

function placed(
  { path }: SourceFile,
  { value, where, diagnostics }: ReturnType<typeof decodeMapping<Settings>>,
): Found {
  const places = Object.entries(where).map(([key, at]) => [key, { file: path, at }] as const)
  return { value, where: Object.fromEntries(places), diagnostics }
}
