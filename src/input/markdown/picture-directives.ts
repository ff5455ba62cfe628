import { nearest } from '../../text/nearest.js'
import type { Problem } from './context.js'
import type { Length } from './length.js'
import { readLength } from './length.js'

/** The directives in the title of a picture, in quotes after the path. */
export interface Directives {
  width?: Length
  /** mm. */
  height?: number
  caption: 'below' | 'above' | 'none'
  /** Whether a picture higher than a page is continued on the following pages. */
  split: boolean
  /** The words that are not directives: a title as in HTML and other Markdown tools. */
  words?: string
}

const captions = new Map<string, Directives['caption']>([
  ['above', 'above'],
  ['上', 'above'],
  ['below', 'below'],
  ['下', 'below'],
  ['none', 'none'],
  ['无', 'none'],
])
const keys = new Map<string, 'width' | 'height' | 'caption'>([
  ['width', 'width'],
  ['宽', 'width'],
  ['宽度', 'width'],
  ['height', 'height'],
  ['高', 'height'],
  ['高度', 'height'],
  ['caption', 'caption'],
  ['图注', 'caption'],
])
const splits = new Set(['split', '拆分', '拆页', '分页'])
const spellings = ['width=60%', 'caption=above', 'caption=none', '宽=60%', '图注=上', '图注=无']

/**
 * Parses `"width=60% caption=above split"`. A title without any directive becomes `words`, without
 * a diagnostic. A directive with an invalid value is passed to `report` and ignored.
 */
export function readDirectives(title: string, report: (problem: Problem) => void): Directives {
  const directives: Directives = { caption: 'below', split: false }
  const written = title.split(/[\s,，;；]+/).filter(Boolean)
  // “split” is also an English word: it is a directive only if every word of the title is one.
  const isDirectiveTitle = written.every((word) => splits.has(word.toLowerCase()) || isOurs(word))
  const others: string[] = []
  for (const word of written) {
    const [key = '', value = ''] = partsOf(word)
    const known = keys.get(key.toLowerCase())
    const length = known && readLength(value)
    const caption = known === 'caption' ? captions.get(value.toLowerCase()) : undefined
    if (known === 'width' && length && isWidth(length)) directives.width = length
    else if (known === 'height' && length && 'mm' in length) directives.height = length.mm
    else if (caption !== undefined) directives.caption = caption
    else if (isDirectiveTitle && splits.has(word.toLowerCase())) directives.split = true
    else if (isOurs(word)) report(misread(word, known))
    else others.push(word)
  }
  if (others.length > 0)
    directives.words = others.length === written.length ? title : others.join(' ')
  return directives
}

const partsOf = (word: string) => word.replace(/[＝:：]/, '=').split('=')

/** Whether a word is `key=value` with a known key or a misspelt one. */
function isOurs(word: string): boolean {
  const [key = '', value] = partsOf(word)
  if (value === undefined) return false
  if (keys.has(key.toLowerCase())) return true
  return /[=＝]/.test(word) && nearest(word, spellings) !== undefined
}

const isWidth = (length: Length) => 'mm' in length || length.share <= 1

function misread(word: string, known: 'width' | 'height' | 'caption' | undefined): Problem {
  const rule = 'image-directive'
  const message = `图片后面引号里的“${word}”看不懂，没有起作用。`
  if (known === 'width')
    return { rule, message, hint: '宽度写成 1% 到 100%，如 width=60%；也可以写 width=8cm。' }
  if (known === 'height') return { rule, message, hint: '高度写成 height=8cm 这样。' }
  if (known === 'caption') return { rule, message, hint: '写成 caption=above 或 caption=none。' }
  return { rule, message, hint: `改成 ${nearest(word, spellings)}。` }
}
