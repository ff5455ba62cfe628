import type { YAMLMap } from 'yaml'
import { isMap, LineCounter, parseDocument } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import { excerpt } from '../../text/excerpt.js'
import type { Origin } from '../settings/value.js'
import { errorIn } from '../settings/value.js'
import { repairColons } from './colon-typos.js'
import { syntaxErrors } from './errors.js'
import { strayMarks } from './stray-marks.js'

/** A parsed mapping and its source. */
export interface YamlRead {
  /** Undefined when the text is empty, is not a mapping, or has errors that prevent its use. */
  map?: YAMLMap
  origin: Origin
  diagnostics: Diagnostic[]
}

type Source = Pick<Origin, 'file' | 'absolute' | 'text' | 'configuration'>

/**
 * Parses YAML 1.2 with the core schema, in which dates stay text. Tags, anchors and aliases are
 * reported as errors, so that nothing can be executed or expanded. `names` are the keys of the
 * mapping; mistyped colons after them are repaired.
 */
export function readYaml(source: Source, names: Iterable<string>): YamlRead {
  const text = repairColons(source.text, names)
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: true,
    version: '1.2',
  })
  const origin: Origin = {
    ...source,
    text,
    pointAt(offset) {
      const { line, col } = lineCounter.linePos(offset)
      return { line: Math.max(line, 1), column: Math.max(col, 1) }
    },
  }
  const { broken, diagnostics } = syntaxErrors(document, origin)
  if (broken) return { origin, diagnostics }
  const reported = [...diagnostics, ...strayMarks(document, origin)]
  const { contents } = document
  if (isMap(contents)) return { map: contents, origin, diagnostics: reported }
  if (contents === null || !hasWords(source.text)) return { origin, diagnostics: reported }
  return { origin, diagnostics: [...reported, notMapping(origin)] }
}

/** Whether the text contains more than blanks, comments and document markers. */
const hasWords = (text: string) =>
  text.split('\n').some((line) => /^\s*(?!#|---|\.\.\.)\S/.test(line))

function notMapping(origin: Origin): Diagnostic {
  const lines = origin.text.split('\n')
  const index = lines.findIndex((line) => line.trim() !== '')
  return errorIn(
    origin,
    { line: index + 1, column: 1 },
    {
      rule: 'yaml-shape',
      message: `“${excerpt(lines[index] ?? '')}”不是“名称: 内容”的样子。`,
      hint: `每一项写一行，名称后面用英文冒号加一个空格，如 ${origin.configuration ? '刊名: 工作通讯' : '标题: 某某'}。`,
    },
  )
}
