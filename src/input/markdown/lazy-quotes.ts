import type { Blockquote, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import type { Said } from './context.js'

/** Finds lines without `>` that Markdown takes into the quotation above them. */
export function lazyQuotes(body: Root, source: string): { at: Point; said: Said }[] {
  const found = new Map<number, Said>()
  const lines = source.split(/\r\n|\r|\n/)
  visit(body, 'blockquote', ({ position }: Blockquote) => {
    const { start, end } = position ?? {}
    for (let line = (start?.line ?? 0) + 1; line <= (end?.line ?? 0); line++) {
      const text = lines[line - 1] ?? ''
      if (!/^[\s\u3000]*>/u.test(text) && text.trim() !== '') found.set(line, goesOn(text))
    }
  })
  return [...found].map(([line, said]) => ({ at: { line, column: 1 }, said }))
}

const goesOn = (text: string): Said => ({
  rule: 'quote-goes-on',
  message: `“${excerpt(text)}”紧接在引文下面，行首没有 >，和引文排在了一起。`,
  fix: '是正文就在它上面加一个空行；是引文就在行首写 > 。',
})
