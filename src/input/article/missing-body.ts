import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import { pointOf } from '../../text/markdown-tree.js'

/**
 * Reports an article that prints nothing under its title: an empty file, or a body of only
 * comments, blanks or page breaks. A picture or a table, even an empty form, counts as a body.
 */
export function noBody(
  file: SourceFile,
  { body, content, draft }: { body: Mdast; content: Hast; draft: boolean },
): Diagnostic[] {
  if (prints(content)) return []
  const [first] = body.children
  const message =
    file.text.trim() === ''
      ? '这个文件是空的，没有正文。'
      : first
        ? '这篇稿件没有正文：标题下面只有印不出来的内容（注释、空格、分页）。'
        : '这篇稿件没有正文。'
  const hint = draft
    ? '写上正文；用 --drafts 排出来时这一篇只有标题。'
    : '写上正文；还没有写好，就在开头的 --- 区里加一行 草稿: 是；不要的文件移到别的文件夹。'
  const place = { file: file.path, at: first ? pointOf(first) : lastLine(file.text) }
  return [(draft ? warningAt : errorAt)(place, { rule: 'body-missing', message, hint })]
}

/** Spaces of every width, including no-break and invisible ones. */
const blank = /^[\s\u00ad\u200b-\u200f\u2060\u2800\u3164]*$/u

function prints(content: Hast): boolean {
  let found = false
  visit(content, (node) => {
    found =
      (node.type === 'text' && !blank.test(node.value)) ||
      (node.type === 'element' && /^(?:img|svg|table)$/.test(node.tagName))
    return found ? EXIT : undefined
  })
  return found
}

/** The last line that is not blank: the `---` that closes the front-matter. */
const lastLine = (text: string): Point => ({ line: text.trimEnd().split('\n').length, column: 1 })
