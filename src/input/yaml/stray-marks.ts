import type { Document, Node, ParsedNode } from 'yaml'
import { isAlias, isCollection, isNode, isScalar, visit } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import { excerpt, quoted } from '../../text/excerpt.js'
import type { Origin } from '../settings/value.js'
import { errorIn } from '../settings/value.js'

/**
 * Reports characters that are syntax in YAML but text to an editor: `*重要*` is an alias, `&甲` an
 * anchor, `!通知` a tag, and a space with `#` starts a comment. The first three would drop words
 * (and aliases could expand a small file without limit), so they are errors. A comment drops the
 * rest of the line and is a warning.
 */
export function strayMarks(document: Document<ParsedNode>, origin: Origin): Diagnostic[] {
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
  const diagnostics = tags.map(({ pos: [start] }) => marked(start, lineFrom(start, origin), origin))
  visit(document, {
    Pair(_, { value }, path) {
      const map = path.at(-1)
      if (isNode(value))
        diagnostics.push(...misread(value, isCollection(map) && map.flow === true, origin))
    },
    Seq(_, { items, flow }) {
      const nodes = items.filter(isNode)
      diagnostics.push(...nodes.flatMap((item) => misread(item, flow === true, origin)))
    },
  })
  return diagnostics
}

function misread(node: Node, inBrackets: boolean, origin: Origin): Diagnostic[] {
  const [start, end] = node.range ?? [0, 0]
  const value = inBrackets ? origin.text.slice(start, end) : lineFrom(start, origin)
  if (isAlias(node)) return [marked(start, value, origin)]
  if ((isScalar(node) || isCollection(node)) && node.anchor) {
    // The range of a node excludes its anchor, which precedes it.
    const anchor = Math.max(origin.text.lastIndexOf('&', start), 0)
    return [marked(anchor, lineFrom(anchor, origin), origin)]
  }
  const [comment = ''] = node.comment?.split('\n') ?? []
  // A real comment has a space after `#`. `#3` and `#话题` were most likely meant to be printed.
  if (!isScalar(node) || comment === '' || /^[\s!#-]/.test(comment)) return []
  return [
    dropped(comment, lineFrom(start, origin), { file: origin.file, at: origin.pointAt(start) }),
  ]
}

const marked = (start: number, value: string, origin: Origin): Diagnostic =>
  errorIn(origin, origin.pointAt(start), {
    rule: 'yaml-mark',
    message: `“${excerpt(value)}”以“${value[0] ?? ''}”开头，会读错。`,
    hint: `加上英文引号：${quoted(value)}。`,
  })

const dropped = (
  comment: string,
  value: string,
  place: Pick<Diagnostic, 'file' | 'at'>,
): Diagnostic =>
  warningAt(place, {
    rule: 'yaml-comment',
    message: `“#${excerpt(comment)}”前面有空格，会当作注释略去。`,
    hint: `要印出来就加上英文引号：${quoted(value)}；真是注释就在 # 后面空一格。`,
  })

const lineFrom = (start: number, { text }: Origin) =>
  (text.slice(start).split(/\r?\n/, 1)[0] ?? '').trim()
