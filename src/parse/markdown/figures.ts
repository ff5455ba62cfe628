import type { ElementContent } from 'hast'
import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { pointOf } from '../../text.js'
import type { Context, Step } from './context.js'
import { craft, craftFinished } from './craft.js'
import type { Directives } from './picture-directives.js'
import { readDirectives } from './picture-directives.js'
import { pictureSource } from './picture-source.js'
import { qrCode } from './qr-code.js'
import { joinLines } from './soft-breaks.js'

/** Most pictures that stand side by side; more make further rows. */
const mostAbreast = 3

/** Sets pictures: alone in a paragraph as figures, within a text as small as the text. */
export const figures: Step = (tree, context) => {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type === 'paragraph') {
      const images = imagesOf(node)
      if (images.length === 0) return
      const rows = rowsOf(images).map((row) => figure(row, node, context))
      parent.children.splice(index, 1, ...rows)
      return [SKIP, index + rows.length]
    }
    if (node.type === 'image') {
      parent.children.splice(index, 1, ...inlinePicture(node, context))
      return [SKIP, index + 1]
    }
  })
}

/** The pictures of a paragraph that holds nothing else; a link around a picture leads nowhere in print. */
function imagesOf(paragraph: Paragraph): Image[] {
  const nodes = paragraph.children.filter(isSomething)
  const images = nodes.flatMap((node) =>
    node.type === 'link' ? node.children.filter(isSomething) : [node],
  )
  return images.every((node) => node.type === 'image') ? images : []
}

const isSomething = (node: PhrasingContent) =>
  node.type !== 'break' && !(node.type === 'text' && /^[\s\u3000]*$/.test(node.value))

/** As few rows as hold them, as even as can be: four pictures are two and two. */
function rowsOf(images: readonly Image[]): Image[][] {
  const count = Math.ceil(images.length / mostAbreast)
  const length = Math.ceil(images.length / count)
  return Array.from({ length: count }, (_, row) => images.slice(row * length, (row + 1) * length))
}

function figure(images: readonly Image[], source: RootContent, context: Context): RootContent {
  const pictures = images.map((image) => {
    const { drawn, directives } = picture(image, images.length, context, {})
    const above = directives.caption === 'above'
    const caption = captionOf(image, directives)
    const children = above ? [...caption, ...drawn] : [...drawn, ...caption]
    return craft('div', { className: ['picture', ...(above ? ['caption-above'] : [])] }, children)
  })
  return craft(
    'figure',
    { className: ['figure'], dataAbreast: String(images.length) },
    pictures,
    source,
  )
}

const captionOf = ({ alt }: Image, { caption }: Directives): RootContent[] =>
  alt && caption !== 'none' ? [craft('figcaption', {}, [{ type: 'text', value: alt }])] : []

const inlinePicture = (image: Image, context: Context) =>
  picture(image, 1, context, { className: ['inline-picture'] }).drawn

/** What draws a picture (nothing when its address is unfit), and how it is wished. */
function picture(
  image: Image,
  abreast: number,
  context: Context,
  properties: { className?: string[] },
) {
  const directives = readDirectives(image.title ?? '', (said) => context.warn(image, said))
  const alt = joinLines(image.alt ?? '')
  const source = pictureSource(image.url)
  const none = { drawn: [] as RootContent[], directives }
  if ('rule' in source) {
    context.error(image, source)
    return none
  }
  if (source.kind === 'qr') {
    const code = source.text === '' ? undefined : qrCode(source.text, alt)
    if (!code) {
      sayQr(image, source.text, context)
      return none
    }
    return { drawn: [drawing(code, image)], directives }
  }
  const { src } = source
  const { width } = directives
  context.pictures.push({ src, at: pointOf(image), ...(width && { width }), abreast })
  return { drawn: [craft('img', { ...properties, src, alt }, [], image)], directives }
}

const drawing = (element: ElementContent & { type: 'element' }, source: Image) =>
  craftFinished(element.tagName, element.properties, element.children, source)

const sayQr = (image: Image, text: string, context: Context) =>
  context.error(image, {
    rule: text === '' ? 'qr-empty' : 'qr-too-long',
    message: text === '' ? '二维码“qr:”后面没有内容。' : '二维码的内容太长，印出来扫不了。',
    fix: text === '' ? '在 qr: 后面写上网址，如 qr:https://example.com。' : '换一个短网址。',
  })
