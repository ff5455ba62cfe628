import type { Root, Text } from 'mdast'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { pointOf, walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/** Syntax that another program replaces and that prints literally here. */
interface Foreign {
  pattern: RegExp
  what: string
  hint: string
}

const picture = '是图片就写成 ![说明](images/文件名)，别的删掉或改成文字。'
const foreign: readonly Foreign[] = [
  { pattern: /\{\{[<%][^{}]*[>%]\}\}/g, what: ' Hugo 的短代码', hint: picture },
  { pattern: /(?<!\{)\{%[^{}]*%\}(?!\})/g, what: ' Hexo 的标签', hint: picture },
  {
    pattern: /^[ \t]*:{3,}.*$/gm,
    what: '提示块的记号',
    hint: '删掉这一行；要加框的，写成 > 按：…。',
  },
  {
    pattern: /^[ \t]*(?:@?\[toc\].*|\[\[_?toc_?\]\])[ \t]*$/gim,
    what: '插入目录的记号',
    hint: '删掉这一行，目录由程序来排。',
  },
  {
    pattern: /%%[^%\n]+%%/g,
    what: ' Obsidian 的注释',
    hint: '不要印的写成 <!-- … -->，要印的删掉 %%。',
  },
  {
    pattern: /(?<!!)\[\[(?!_?toc|\d+\]\])[^[\]\n]{1,80}\]\]/gi,
    what: ' Obsidian 的链接',
    hint: '只留下要印的文字。',
  },
  {
    pattern: /(?<=\])\{[.#][\w-][^{}\n]*\}/g,
    what: ' Pandoc 的属性',
    hint: '删掉 { } 和前面的 [ ]；下划线写成 <u>文字</u>。',
  },
]

/** Reported by `foreign-breaks.ts`. */
const pageBreak = /page-?break|new-?page|分页/i

/** Finds syntax of blogs and note-taking programs: short codes, containers, links between notes. */
export function foreignSyntax(body: Root): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (const node of walk(body)) if (node.type === 'text') found.push(...inText(node))
  return found
}

const inText = (node: Text): { at: Point; problem: Problem }[] =>
  foreign.flatMap(({ pattern, what, hint }) =>
    [...node.value.matchAll(pattern)]
      .filter(({ 0: written }) => !pageBreak.test(written))
      .map(({ 0: written, index }) => ({
        at: placeIn(node, index),
        problem: {
          rule: 'foreign-syntax',
          message: `“${excerpt(written)}”是${what}，这里照原样印了。`,
          hint,
        },
      })),
  )

/**
 * The position in the source of an index in a text node. The column is exact except for indentation
 * of lines after the first.
 */
function placeIn(node: Text, index: number): Point {
  const { line, column } = pointOf(node)
  const before = node.value.slice(0, index).split('\n')
  return before.length === 1
    ? { line, column: column + index }
    : { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}

/**
 * Heading attributes of Pandoc, Hugo and others, which name the heading for links: `## 一、缘起
 * {#yi}`.
 */
const attributes = /[ \t]*\{(?:[#.][^\s{}]+|-)(?:[ \t][^{}\n]*)?\}[ \t]*$/

/** Removes the attributes of headings, which are not text. */
export function dropHeadingAttributes(body: Root): void {
  for (const node of walk(body)) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined
    if (last?.type === 'text') last.value = last.value.replace(attributes, '')
  }
}
