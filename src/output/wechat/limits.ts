/**
 * Limits of an article (developers.weixin.qq.com, draft/add): title, author and digest in
 * characters; content in characters and bytes of the whole string, with its tags and styles.
 */
export const limits = {
  title: 32,
  author: 16,
  digest: 128,
  characters: 20_000,
  bytes: 1_000_000,
  /** Bytes of a picture that is uploaded. */
  picture: 10_000_000,
} as const

/**
 * Length of the address that WeChat puts in the place of an uploaded picture, with the attributes
 * that its editor adds: https://mmbiz.qpic.cn/mmbiz_jpg/…/640?wx_fmt=jpeg.
 */
const uploadedAddress = 160

/** The string as WeChat counts it: a picture counts as the address that it has after uploading. */
const asUploaded = (html: string): string =>
  html.replace(/(<img [^>]*?src=")data:[^"]*(")/g, `$1${'x'.repeat(uploadedAddress)}$2`)

/** Size of an article as WeChat counts it. */
export function sizeOf(html: string): { characters: number; bytes: number } {
  const counted = asUploaded(html)
  return { characters: counted.length, bytes: new TextEncoder().encode(counted).length }
}

/** A text that fits, and whether something had to go. */
export interface Fitted {
  text: string
  isCut: boolean
}

/** Share of the limit that a text keeps at least when it is cut at a mark. */
const leastKept = 0.6

/**
 * Cuts a text to a number of characters: behind the last sentence if one ends late enough, otherwise
 * before the last mark, with an ellipsis.
 */
export function fitted(whole: string, limit: number): Fitted {
  const characters = [...whole.trim()]
  if (characters.length <= limit) return { text: characters.join(''), isCut: false }
  const room = characters.slice(0, limit)
  const sentence = room.findLastIndex((one) => '。！？'.includes(one)) + 1
  if (sentence >= limit * leastKept) return { text: room.slice(0, sentence).join(''), isCut: true }
  const shorter = room.slice(0, limit - 1)
  const mark = shorter.findLastIndex((one) => /[，、；：,;:\s—（(《“]/u.test(one))
  const kept = mark >= limit * leastKept ? shorter.slice(0, mark) : shorter
  return { text: `${kept.join('').trimEnd()}…`, isCut: true }
}

/** Cuts a list of names behind the last one that fits: 陈思、李云等. */
export function fittedNames(names: readonly string[], limit: number): Fitted {
  const all = names.join('、')
  if ([...all].length <= limit) return { text: all, isCut: false }
  for (let count = names.length - 1; count > 0; count--) {
    const some = `${names.slice(0, count).join('、')}等`
    if ([...some].length <= limit) return { text: some, isCut: true }
  }
  return fitted(names[0] ?? '', limit)
}
