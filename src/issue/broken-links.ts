import { posix } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.js'
import { excerpt } from '../text/excerpt.js'
import { nearest } from '../text/nearest.js'

/** Why a link within the issue leads nowhere, or only to the article. Paths and names as written. */
export type BrokenLink =
  | { kind: 'article' | 'draft' | 'title'; path: string }
  | { kind: 'heading'; path: string; name: string; headings: readonly string[] }

/** What there is to say of a broken link. */
interface Around {
  /** The words of the link. */
  words: string
  /** The paths of the other articles, as a link in this file names them. */
  paths: readonly string[]
  /** Whether it leads to the article at least. */
  isKept: boolean
}

/** Names that a wrong one is compared with; more take long in a file with thousands of links. */
const mostCompared = 200

/** The text of the warning about a broken link. */
export function brokenLink(
  broken: BrokenLink,
  { words, paths, isKept }: Around,
): Pick<Diagnostic, 'rule' | 'message' | 'hint'> {
  const printed = isKept ? '点它只到那一篇的标题' : `只印了“${excerpt(words)}”`
  const target = excerpt(broken.path, 60)
  if (broken.kind === 'heading') {
    const { path, name, headings } = broken
    const near = nearest(name, headings.slice(0, mostCompared))
    const where = path === '' ? '这一篇' : `“${target}”`
    return {
      rule: 'link-heading',
      message: `${where}里没有“${excerpt(name)}”这个小标题，${printed}。`,
      hint: near
        ? `多半是“${excerpt(near)}”：括号里写成 ${path}#${near}。`
        : '# 后面照抄那个小标题的字；不要链接就去掉 [ ]( )。',
    }
  }
  if (broken.kind === 'draft')
    return {
      rule: 'link-article',
      message: `“${target}”是草稿，这一期没有排，${printed}。`,
      hint: '要排那一篇，删去它的“草稿”一项；不排就去掉 [ ]( )。',
    }
  if (broken.kind === 'title')
    return {
      rule: 'link-article',
      message: `“${target}”没有印出来的标题，链接没有地方可去，${printed}。`,
      hint: '给那一篇写上标题，或去掉 [ ]( )。',
    }
  const name = posix.basename(broken.path)
  const near =
    paths.find((path) => path === name || path.endsWith(`/${name}`)) ??
    nearest(broken.path, paths.slice(0, mostCompared))
  return {
    rule: 'link-article',
    message: `“${target}”不是这一期的稿件，${printed}。`,
    hint: near
      ? `多半是“${near}”：括号里写成 ${near}。`
      : '括号里写这一期一篇稿件的文件名；不要链接就去掉 [ ]( )。',
  }
}
