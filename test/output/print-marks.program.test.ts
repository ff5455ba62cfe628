import { beforeAll, describe, expect, it } from 'vitest'
import { article, han } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('marks')

const marks = ['·', '～', '／', '－', '—', '~']
const sides: [string, string][] = [
  ['', ''],
  ['A', 'B'],
  ['12', '15万元'],
  ['”', '“'],
  [' ', ' '],
  ['**社区**', ''],
  ['[书店](https://a.cn)', '*人*'],
]
/** Every mark between all characters that may be next to it, near the end of the first line. */
const joined = marks.flatMap((mark) =>
  sides.flatMap(([before, after], n) =>
    Array.from(
      { length: 8 },
      (_, k) => `${han(20 + k, n + k)}${before}${mark}${after}${han(20, n + 3)}。`,
    ),
  ),
)
/** The same text in lists and notes. */
const list = '- 第一项\n- 第二项·其中\n  - 里面一项\n\n1. 编号\n\n署名。[^1]\n\n[^1]: 注。\n'

let printed: Record<'marks' | 'list', Printed>
beforeAll(async () => {
  printed = await press(folder, {
    marks: { '1.md': article({ title: '标号' }, joined.join('\n\n')) },
    list: { '1.md': article({ title: '列表' }, list) },
  })
})

describe('dots, connectors and slashes', () => {
  it('begin no line, whatever stands before them', () => {
    const lines = printed.marks.pdf.pages.slice(2).flatMap(linesIn)
    expect(lines.filter(({ text }) => marks.some((mark) => text.includes(mark)))).toHaveLength(
      joined.length,
    )
    const begun = lines.filter(({ text }) => /^[·～／－~]|^—(?!—)/u.test(text))
    expect(begun.map(({ text }) => text)).toEqual([])
  })
})

describe('the bullet of a list', () => {
  const lines = () => printed.list.pdf.pages.slice(2).flatMap(linesIn)

  it('is • at reading size, on the line of its text', () => {
    const bullets = lines().flatMap(({ glyphs }) => glyphs.filter(({ text }) => text === '•'))
    expect(bullets).toHaveLength(3)
    for (const { font, size } of bullets) {
      // In 黑体 • is 0.23 of the font size wide; in 仿宋 0.11, as small as ·.
      expect(font).toBe('BulletinHei')
      expect(size * 0.23).toBeGreaterThan(4.5)
    }
    for (const item of ['第一项', '第二项·其中', '里面一项']) {
      expect(lines().map(({ text }) => text)).toContain(`•${item}`)
    }
  })

  it('is alone in that: dots in the text and numbers have the size of the text', () => {
    const others = lines().flatMap(({ glyphs }) => glyphs.filter(({ text }) => /[·1第]/.test(text)))
    expect(new Set(others.map(({ size }) => Math.round(size)))).toEqual(new Set([16]))
  })
})
