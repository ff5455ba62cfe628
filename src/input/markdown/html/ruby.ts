import type { ElementContent } from 'hast'
import { isBlank } from '../../../text/inline-elements.js'
import { element } from './paragraphs.js'

/**
 * Converts an author's `<ruby>` to one generated element per base and reading:
 * `<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>` gives two. A base without a reading becomes plain
 * text.
 */
export function readings(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let bases: ElementContent[][] = []
  let texts: ElementContent[][] = []
  const flush = () => {
    const pairs = bases.length === texts.length ? bases : [bases.flat()]
    for (const [index, base] of pairs.entries()) {
      const reading = bases.length === texts.length ? texts[index] : texts.flat()
      if (!reading || reading.length === 0) result.push(...base)
      else result.push(element('ruby', {}, [element('span', {}, base), element('rt', {}, reading)]))
    }
    bases = []
    texts = []
  }
  for (const child of children) {
    const { tagName = '', children: inside = [] } = child.type === 'element' ? child : {}
    if (tagName === 'rt') texts.push(inside)
    else if (!isBlank(child)) {
      if (texts.length > 0) flush()
      if (tagName === 'rb') bases.push(inside)
      else if (bases.length > 0) bases.at(-1)?.push(child)
      else bases.push([child])
    }
  }
  flush()
  return result
}
