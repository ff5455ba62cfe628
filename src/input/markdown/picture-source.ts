import { excerpt } from '../../text/excerpt.js'
import type { Problem } from './context.js'

/** The source of a picture: a file of the issue, or the text of a QR code. */
export type PictureSource = { kind: 'file'; src: string } | { kind: 'qr'; text: string }

const unusable = [
  {
    test: /^$/,
    rule: 'image-empty',
    message: () => '图片没有写路径。',
    hint: '在 ( ) 里写上图片的路径，如 ![说明](images/a.jpg)。',
  },
  {
    test: /^(?:https?:)?[/\\]{2}|^https?:/i,
    rule: 'image-remote',
    message: (url: string) => `图片“${url}”在网上，排版时不会去下载。`,
    hint: '运行 bulletin fetch 文件夹 下载这一期的图片；或者另存到 images/ 里，再写成 images/文件名。',
  },
  {
    test: /^data:/i,
    rule: 'image-data',
    message: (url: string) => `图片“${url}”把内容写在了稿件里，不能用。`,
    hint: '把图片另存到本期的 images/ 里，再写成 images/文件名。',
  },
  {
    test: /^(?:file:|[/\\]|[a-z]:[/\\]|~[/\\])/i,
    rule: 'image-absolute',
    message: (url: string) => `图片“${url}”写的是这台电脑上的位置，换一台就找不到。`,
    hint: '把图片放进本期的 images/，再写成 images/文件名。',
  },
  {
    test: /\\/,
    rule: 'image-backslash',
    message: (url: string) => `图片路径“${url}”里有反斜杠。`,
    hint: '把 \\ 都改成 /，如 images/a.jpg。',
  },
  {
    test: /^[a-z][a-z\d+.-]+:/i,
    rule: 'image-scheme',
    message: (url: string) => `图片“${url}”不是本期文件夹里的文件。`,
    hint: '把图片放进本期的 images/，再写成 images/文件名。',
  },
] as const

/**
 * Classifies the address of a picture, or returns the error in it. Does not access the file system.
 */
export function pictureSource(address: string): PictureSource | Problem {
  const url = address.trim()
  const qr = /^qr:([\s\S]*)$/i.exec(url)?.[1]
  if (qr !== undefined) return { kind: 'qr', text: qr.trim() }
  const src = decoded(url)
  const match = unusable.find(({ test }) => test.test(url) || test.test(src))
  if (!match) return { kind: 'file', src }
  return { rule: match.rule, message: match.message(excerpt(url, 40)), hint: match.hint }
}

/** Decodes percent-encoding; a name such as `增长100%.jpg` stays unchanged. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
