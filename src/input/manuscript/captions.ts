import type { Block, Paragraph, WordPicture } from '../docx/model.js'
import { type BodyLook, lookOf } from './look.js'

const longestCaption = 60

/** The pictures of a paragraph that has nothing else; empty when it has. */
export function picturesAlone(block: Block | undefined): WordPicture[] {
  if (block?.type !== 'paragraph' || lookOf(block).length > 0) return []
  return block.inlines.filter((one): one is WordPicture => one.type === 'picture')
}

/** The caption that stands under a picture; undefined when what follows is text. */
export function captionIn(block: Block | undefined, body: BodyLook): Paragraph | undefined {
  const only = block?.type === 'box' && block.blocks.length === 1 ? block.blocks[0] : block
  if (only?.type !== 'paragraph' || only.number || only.inlines.some(({ type }) => type !== 'text'))
    return undefined
  const { text, length, size, family } = lookOf(only)
  if (length === 0 || length > longestCaption || /[；，：]$/u.test(text)) return undefined
  const isNamed =
    /^(?:[▲△■]|图[\s\u3000]*[\d一二三四五六七八九十]|图[为：:\s\u3000]|[（(]?摄影|摄[：:])/u.test(
      text,
    )
  if (only.use !== undefined) return only.use === 'caption' ? only : undefined
  if (/^(?:caption|题注|图注|图题)$/u.test(only.style) || isNamed) return only
  const isSmaller = size !== undefined && body.size !== undefined && size < body.size
  const isOther = family === 'kai' && body.family !== 'kai'
  const hasStop = /。.+/u.test(text)
  return !hasStop &&
    (only.align === 'center' || isSmaller || isOther) &&
    !/^[一二三四五六七八九十]+、/u.test(text)
    ? only
    : undefined
}
