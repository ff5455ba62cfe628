import { nearest } from '../nearest.js'
import type { Said } from './context.js'

/** What the quotes after a picture's path ask for. */
export interface Directives {
  /** Share of the type area, 0–1. */
  width?: number
  caption: 'below' | 'above' | 'none'
}

const captions = new Map<string, Directives['caption']>([
  ['above', 'above'],
  ['上', 'above'],
  ['below', 'below'],
  ['下', 'below'],
  ['none', 'none'],
  ['无', 'none'],
])
const keys = new Map<string, 'width' | 'caption'>([
  ['width', 'width'],
  ['宽', 'width'],
  ['宽度', 'width'],
  ['caption', 'caption'],
  ['图注', 'caption'],
])
const spellings = ['width=60%', 'caption=above', 'caption=none', '宽=60%', '图注=上', '图注=无']

/** Reads `"width=60% caption=above"`. What it cannot read goes to `say` and is left out. */
export function readDirectives(title: string, say: (said: Said) => void): Directives {
  const directives: Directives = { caption: 'below' }
  for (const word of title.split(/[\s,，;；]+/).filter(Boolean)) {
    const [key = '', value = ''] = word.replace('＝', '=').split('=')
    const known = keys.get(key.toLowerCase())
    const width = known === 'width' ? readShare(value) : undefined
    const caption = known === 'caption' ? captions.get(value.toLowerCase()) : undefined
    if (width !== undefined) directives.width = width
    else if (caption !== undefined) directives.caption = caption
    else say(misread(word, known))
  }
  return directives
}

/** `60%` as 0.6; undefined for what is no share of the line. */
function readShare(text: string): number | undefined {
  const percent = Number(/^(\d+(?:\.\d+)?)[%％]$/.exec(text)?.[1])
  return percent > 0 && percent <= 100 ? percent / 100 : undefined
}

function misread(word: string, known: 'width' | 'caption' | undefined): Said {
  const rule = 'image-directive'
  const message = `图片后面引号里的“${word}”看不懂，没有起作用。`
  if (known === 'width') return { rule, message, fix: '宽度写成 1% 到 100%，如 width=60%。' }
  if (known === 'caption') return { rule, message, fix: '写成 caption=above 或 caption=none。' }
  const near = nearest(word, spellings)
  return {
    rule,
    message,
    fix: near
      ? `改成 ${near}。`
      : '引号里只写 width=60%、caption=above、caption=none；图片的说明写在 [ ] 里。',
  }
}
