import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import type { PictureLookup, PictureRoom } from '../../typeset/picture-size.js'
import { plainContent } from '../html/content.js'
import { wechatBlocks } from './blocks.js'
import { text, type WechatTag, wechatElement } from './element.js'
import type { ArticleState } from './state.js'
import { styles } from './styles.js'

/**
 * HTML of content for the editor of WeChat. The content stays as it is. `hasLines`: whether its
 * positions are lines of the file; those of a note in the front-matter are not.
 */
export const wechatHtml = (
  content: Root,
  state: ArticleState,
  printed: PictureLookup,
  room: PictureRoom,
  hasLines: boolean,
): string => {
  const copy = plainContent(content, printed, room)
  if (!hasLines)
    visit(copy, (node) => {
      node.position = undefined
    })
  return toHtml({ type: 'root', children: wechatBlocks(copy, state) })
}

type Style = keyof typeof styles

/** An element around HTML that is made already; nothing when that is empty. */
export const around = (
  tag: WechatTag,
  style: Style | undefined,
  html: string | undefined,
): string => {
  if (html === undefined || html === '') return ''
  const empty = toHtml(wechatElement(tag, style && styles[style], []))
  const end = `</${tag}>`
  return `${empty.slice(0, -end.length)}${html}${end}`
}

/** A text as HTML. */
export const escaped = (value: string): string => toHtml(text(value))

/** A paragraph of one text. */
export const line = (style: Style, value: string | undefined): string =>
  value === undefined || value === '' ? '' : around('p', style, escaped(value))

/** A paragraph of one text, bold. */
export const boldLine = (style: Style, value: string | undefined): string =>
  value === undefined || value === ''
    ? ''
    : around('p', style, around('strong', undefined, escaped(value)))

/** The addresses of an article that cannot be opened from it. */
export function linkNotes({ links }: ArticleState): string {
  if (links.length === 0) return ''
  const lines = links.map(({ number, address }) => line('noteLine', `[${number}] ${address}`))
  return around('section', 'notes', boldLine('notesTitle', '引用链接') + lines.join(''))
}
