import type { Node, Scalar } from 'yaml'
import { isPair, isScalar, isSeq, visit } from 'yaml'
import type { SourceFile } from '../../model/source.js'
import { fieldNames } from '../article/fields.js'
import { parseMarkdown } from '../markdown/markdown.js'
import { settingNames } from '../settings/settings.js'
import { readYaml } from '../yaml/read.js'
import { picturesInHtml } from './html.js'
import type { LinkedPicture } from './linked-picture.js'
import { isRemote, picturesInMarkdown } from './markdown.js'

/** Keys that name a picture, and keys that hold Markdown, in both languages. */
const pictureKeys = new Set(['cover', '封面', 'seal', '印章'])
const markdownKeys = new Set(['note', '编者按', '按语'])

/**
 * The remote pictures that a `bulletin.yaml` or a front-matter names, or shows in its notes. `yaml`
 * is the file's text or a part of it.
 */
export function picturesInYaml(
  file: SourceFile,
  yaml: string,
  configuration: boolean,
): LinkedPicture[] {
  const start = file.text.indexOf(yaml)
  if (yaml.trim() === '' || start < 0) return []
  const names = [...fieldNames.keys(), ...settingNames.keys()]
  const { map, origin } = readYaml({ ...file, file: file.path, text: yaml, configuration }, names)
  if (!map) return []
  const lines = yaml.split('\n')
  const found: LinkedPicture[] = []
  visit(map, (_, node) => {
    if (!isPair(node) || !isScalar(node.key)) return
    const key = String(node.key.value)
    for (const scalar of scalarsOf(node.value)) {
      const text = String(scalar.value ?? '')
      const urls = pictureKeys.has(key) && isRemote(text) ? [text.trim()] : []
      if (markdownKeys.has(key)) urls.push(...urlsIn(text))
      const [from = 0, to = 0] = scalar.range ?? []
      // Repairs made while reading change columns, but never lines, so only the lines are used.
      const at = origin.pointAt(from)
      const last = origin.pointAt(Math.max(to - 1, from)).line
      const above = lines.slice(0, at.line - 1).reduce((sum, { length }) => sum + length + 1, 0)
      const part = lines.slice(at.line - 1, last).join('\n')
      for (const url of new Set(urls)) {
        const places = placesOf(url, part).map((place) => start + above + place)
        const ranges = places.map((place) => ({ range: { from: place, to: place + url.length } }))
        found.push(...(ranges.length > 0 ? ranges : [{}]).map((range) => ({ url, at, ...range })))
      }
    }
  })
  return found
}

const scalarsOf = (node: unknown): Scalar[] => {
  if (isSeq<Node>(node)) return node.items.flatMap(scalarsOf)
  return isScalar(node) ? [node] : []
}

/** The remote pictures of a Markdown text in a key. */
function urlsIn(text: string): string[] {
  const { body } = parseMarkdown(text, { file: '' })
  const found = [...picturesInMarkdown(body, text), ...picturesInHtml(body, text)]
  return found.map(({ url }) => url)
}

/** The offsets of an address in a text, except where it is the beginning of a longer address. */
function placesOf(url: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + url.length)) {
    if (/^(?:$|[\s)>\]}"',])/.test(text.slice(at + url.length))) places.push(at)
  }
  return places
}
