import { basename, dirname, join } from 'node:path'
import { readNeighbours } from '../../input/files/neighbours.js'
import { readSettings } from '../../input/files/settings.js'
import { readSource } from '../../input/files/source.js'
import { walkFolder } from '../../input/files/walk.js'
import { parseArticle, parseSettings } from '../../input/parse-issue.js'
import { neighboursFrom } from '../../lint/neighbours.js'
import type { Settings } from '../../model/settings.js'
import type { SourceFile } from '../../model/source.js'
import type { NumberedFile } from './article.js'
import type { KnownIssue } from './issue.js'

/** Returns `bulletin.yaml` of a folder; undefined when it is missing or unreadable. */
const settingsIn = (folder: string, cwd: string): Promise<SourceFile | undefined> =>
  readSettings(folder, { cwd, within: folder }).then(
    ({ value }) => value,
    () => undefined,
  )

/** The issues in a publication's folder, and the text of its own `bulletin.yaml`. */
export interface KnownPublication {
  issues: KnownIssue[]
  shared: string
}

/** Reads the issues in a publication's folder and its shared settings. */
export async function readPublication(folder: string, cwd: string): Promise<KnownPublication> {
  // `readNeighbours` skips the issue it is given; this name does not exist, so no folder is
  // skipped.
  const neighbours = await readNeighbours(join(folder, '\u{f8ff}'), { cwd })
  const parent = await settingsIn(folder, cwd)
  const known = neighboursFrom({ neighbours, ...(parent && { parent }) })
  const issues = known.map((issue, index) => ({
    ...issue,
    text: neighbours[index]?.settings.text ?? '',
  }))
  return { issues, shared: parent?.text ?? '' }
}

/** An issue that a file is to be added to. */
export interface OpenFolder {
  settings: Settings
  files: NumberedFile[]
}

/** Returns the settings of an issue's folder and its article files, of which there may be none. */
export async function readFolder(folder: string, cwd: string): Promise<OpenFolder> {
  const [own, parent] = [await settingsIn(folder, cwd), await settingsIn(dirname(folder), cwd)]
  const sources = {
    articles: [],
    ...(own && { settings: own }),
    ...(parent && { parent }),
    single: false,
  }
  const { value: settings = {} } = parseSettings(sources)
  const { articles } = await walkFolder(folder)
  const files: NumberedFile[] = []
  for (const path of articles) {
    const { value: source } = await readSource(path, { cwd, configuration: false, within: folder })
    const section =
      source && parseArticle(source, { idPrefix: 'a', single: false }).value?.fields.section
    files.push({ name: basename(path), ...(section !== undefined && { section }) })
  }
  return { settings, files }
}
