import matter from 'gray-matter'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { fileStart } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import { excerpt } from '../../text/excerpt.js'
import { fieldNames } from './fields.js'
import { bareHead, misplaced } from './misplaced-front-matter.js'

/** The two parts of an article. Both keep the line numbers of the file. */
export interface FrontMatter {
  /** The YAML between the `---` lines. A blank line replaces the opening `---`. */
  yaml: string
  /** The body. Blank lines replace the front-matter. */
  body: string
  /** Whether the keys cannot be read. If so, a missing title is not reported. */
  broken: boolean
  diagnostics: Diagnostic[]
}

/**
 * Splits a file into front-matter and body. The front-matter is never executed, whatever language
 * its opening line declares.
 */
export function splitFrontMatter(file: SourceFile): FrontMatter {
  const { text } = file
  const [first = ''] = text.split(/\r?\n/, 1)
  if (!/^---(?!-)/.test(first)) return withoutOpening(file)
  const language = first.slice(3).trim()
  if (!/^(?:ya?ml)?$/i.test(language)) return otherLanguage(file, language)
  if (!/\n---/.test(text)) return unclosed(file)
  const split = matter(text, { engines: ENGINES, language: 'yaml' })
  const block = split.matter.slice(Math.max(split.matter.indexOf('\n'), 0))
  const above = text.slice(0, text.length - split.content.length)
  const body = '\n'.repeat(above.split('\n').length - 1) + split.content
  const diagnostics = looseClose(file, block)
  // `looseClose` has already reported the text after the closing dashes, so it is removed from the
  // body.
  const rest = diagnostics.length === 0 ? body : body.replace(/^(\n*)[^\n]+/, '$1')
  return { yaml: block, body: rest, broken: false, diagnostics }
}

/** Handles a file that does not begin with `---`: it has no front-matter, or a misplaced one. */
function withoutOpening(file: SourceFile): FrontMatter {
  const { text } = file
  const bare = bareHead(file, fieldNames)
  if (bare) return { ...bare, broken: false, diagnostics: [bare.diagnostic] }
  const found = misplaced(file, fieldNames)
  if (found === undefined) return { yaml: '', body: text, broken: false, diagnostics: [] }
  const { diagnostic, through } = found
  const body = '\n'.repeat(through) + text.split('\n').slice(through).join('\n')
  return { yaml: '', body, broken: true, diagnostics: [diagnostic] }
}

/**
 * gray-matter only splits the file; `readYaml` parses the block and records positions. These
 * entries disable every engine of gray-matter, including those that execute code.
 */
const none = { parse: () => ({}) }
const ENGINES = { yaml: none, json: none, javascript: none, js: none, coffee: none, toml: none }

const frontMatterError = (
  file: SourceFile,
  at: Point,
  rule: string,
  message: string,
  hint: string,
) => errorAt({ file: file.path, at }, { rule, message, hint })

/**
 * Reports a closing line that is not exactly `---`. gray-matter also accepts `----` and `---附注`.
 */
function looseClose(file: SourceFile, block: string): Diagnostic[] {
  const line = block.split('\n').length
  const close = (file.text.split('\n', line + 1)[line] ?? '').trim()
  if (close === '---') return []
  const message = `收尾的“${excerpt(close)}”不是三个 -。`
  return [
    frontMatterError(
      file,
      { line: line + 1, column: 1 },
      'front-matter-close',
      message,
      '这一行只写 ---，别的另起一行。',
    ),
  ]
}

function unclosed(file: SourceFile): FrontMatter {
  const message = '开头的 --- 没有收尾。'
  const hint = '在最后一项下面另起一行写 ---。'
  const diagnostics = [frontMatterError(file, fileStart, 'front-matter-open', message, hint)]
  return { yaml: '', body: '', broken: true, diagnostics }
}

function otherLanguage(file: SourceFile, language: string): FrontMatter {
  const at = fileStart
  const code = /^[\w+#.-]+$/.test(language)
  const diagnostic = code
    ? frontMatterError(
        file,
        at,
        'front-matter-code',
        `开头的“---${excerpt(language)}”表示这里是程序代码；稿件里的代码一律不运行。`,
        '把这一行改成 ---，各项写成“名称: 内容”。',
      )
    : frontMatterError(
        file,
        at,
        'front-matter-open',
        `开头的 --- 后面多了“${excerpt(language)}”。`,
        '--- 单独占一行，后面的内容另起一行。',
      )
  return { yaml: '', body: '', broken: true, diagnostics: [diagnostic] }
}
