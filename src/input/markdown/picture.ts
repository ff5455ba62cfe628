import type { Element } from 'hast'
import type { PictureWishes } from '../../model/article.js'
import { pointOf } from '../../text/markdown-tree.js'
import type { ParseContext } from './context.js'
import { styleOf } from './html/attributes.js'
import type { Length } from './length.js'
import { readLength } from './length.js'
import type { Directives } from './picture-directives.js'
import { readDirectives } from './picture-directives.js'
import { pictureSource } from './picture-source.js'
import { qrCode } from './qr-code.js'
import { joinLines } from './soft-breaks.js'

/** The position of a picture in the layout. */
export interface PicturePlace extends Pick<PictureWishes, 'abreast' | 'cell'> {
  className?: 'inline-picture' | 'cell-picture'
}

/** A picture, set for the page. */
export interface SetPicture {
  /** Undefined when the address is invalid. */
  drawn?: Element
  caption: Directives['caption']
  /** The alternative text, or else the title. */
  description: string
}

/** Sets an `img` of Markdown or HTML, adds it to the article's pictures, and reports its errors. */
export function setPicture(image: Element, place: PicturePlace, context: ParseContext): SetPicture {
  const written = (name: string) => String(image.properties[name] ?? '')
  const directives = readDirectives(written('title'), (problem) => context.warn(image, problem))
  const alt = joinLines(written('alt'))
  const description = alt.trim() || joinLines(directives.words ?? '')
  const result: SetPicture = { caption: directives.caption, description }
  const source = pictureSource(written('src') || written('dataSrc'))
  if ('rule' in source) {
    context.error(image, source)
    return result
  }
  if (source.kind === 'qr') {
    const code = source.text === '' ? undefined : qrCode(source.text, description)
    if (code) return { ...result, drawn: { ...code, position: image.position } }
    reportLongQr(image, source.text, context)
    return result
  }
  const { src } = source
  const { className, ...shared } = place
  const picture = { src, at: pointOf(image), ...wishesOf(image, directives), ...shared }
  context.pictures.push(picture)
  const properties = { ...(className && { className: [className] }), src, alt: description }
  const { position } = image
  return {
    ...result,
    drawn: {
      type: 'element',
      tagName: 'img',
      properties,
      children: [],
      position,
      data: { picture },
    },
  }
}

/**
 * The requested size: from the directives, else from the `style` of HTML, else from its attributes.
 */
function wishesOf({ properties }: Element, directives: Directives): Omit<PictureWishes, 'abreast'> {
  const lengthOf = (name: 'width' | 'height') =>
    styled(properties, name) ?? readLength(String(properties[name] ?? ''))
  const width = directives.width ?? lengthOf('width')
  const height = directives.height ?? mmOf(lengthOf('height'))
  return {
    ...(width && 'share' in width && { width: Math.min(1, width.share) }),
    ...(width && 'mm' in width && { widthMm: width.mm }),
    ...(height !== undefined && { heightMm: height }),
    ...(directives.split && { split: true as const }),
  }
}

const styled = (properties: Element['properties'], name: string): Length | undefined =>
  readLength(styleOf(properties, name) ?? '')

const mmOf = (length: Length | undefined) => (length && 'mm' in length ? length.mm : undefined)

const reportLongQr = (image: Element, text: string, context: ParseContext) =>
  context.error(image, {
    rule: text === '' ? 'qr-empty' : 'qr-too-long',
    message: text === '' ? '二维码“qr:”后面没有内容。' : '二维码的内容太长，印出来扫不了。',
    hint: text === '' ? '在 qr: 后面写上网址，如 qr:https://example.com。' : '换一个短网址。',
  })
