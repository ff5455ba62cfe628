import { describe, expect, it } from 'vitest'
import { remotePicturesTogether } from '../../src/issue/remote-pictures.js'
import { type Diagnostic, errorAt } from '../../src/model/diagnostic.js'

const said = (file: string, line: number, rule = 'image-remote'): Diagnostic =>
  errorAt({ file, at: { line, column: 1 } }, { rule, message: `${file} ${line}`, hint: '改。' })

describe('pictures on the web', () => {
  it('are one error at the first, with the number in each article and the command', () => {
    const [one, other, ...rest] = remotePicturesTogether(
      [said('i/a.md', 3), said('i/a.md', 4, 'other'), said('i/a.md', 5), said('i/b.md', 1)],
      'i',
    )
    expect(rest).toEqual([])
    expect(other?.rule).toBe('other')
    expect(one).toMatchObject({ file: 'i/a.md', at: { line: 3 }, severity: 'error' })
    expect(one?.message).toBe('3 张图片在网上（i/a.md 2 张，i/b.md 1 张），排版时不会去下载。')
    expect(one?.hint).toMatch(/^运行 bulletin fetch i，/)
    expect(one?.also).toEqual([
      { file: 'i/a.md', at: { line: 5, column: 1 }, message: 'i/a.md 5' },
      { file: 'i/b.md', at: { line: 1, column: 1 }, message: 'i/b.md 1' },
    ])
  })

  it('names three articles, and counts the rest', () => {
    const [one] = remotePicturesTogether(
      ['a', 'b', 'c', 'd', 'e'].map((name) => said(name, 1)),
      'i',
    )
    expect(one?.message).toBe(
      '5 张图片在网上（a 1 张，b 1 张，c 1 张……共 5 篇），排版时不会去下载。',
    )
  })

  it('alone is named by its address, and a folder with a blank is quoted', () => {
    const [one] = remotePicturesTogether([said('a', 1)], '第 3 期')
    expect(one?.message).toBe('a 1')
    expect(one).not.toHaveProperty('also')
    expect(one?.hint).toContain('bulletin fetch "第 3 期"，')
  })
})
