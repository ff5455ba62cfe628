import type { Element, ElementContent, Properties } from 'hast'

/** The elements that the editor of WeChat keeps and that articles are made of. */
export type WechatTag =
  | 'section'
  | 'p'
  | 'span'
  | 'strong'
  | 'img'
  | 'br'
  | 'table'
  | 'tbody'
  | 'tr'
  | 'td'

/** An element with its style; the shorter the style the better, every character counts. */
export const wechatElement = (
  tagName: WechatTag,
  style: string | undefined,
  children: ElementContent[],
  properties: Properties = {},
): Element => ({
  type: 'element',
  tagName,
  properties: { ...properties, ...(style && { style }) },
  children,
})

export const text = (value: string): ElementContent => ({ type: 'text', value })
