import { describe, expect, it } from 'vitest'
import type { Picture } from '../../src/images/open.js'
import type { Article, PictureReference } from '../../src/model/article.js'
import type { Issue } from '../../src/model/issue.js'
import { placePictures } from '../../src/output/pdf/pictures.js'

const picture: Picture = {
  width: 1600,
  height: 1200,
  isVector: false,
  late: { isPlain: true },
  digest: 'd',
  file: '/issue/images/a.jpg',
  calmRows: async () => [],
  fileFor: async () => ({
    value: { body: new Uint8Array(), type: 'image/jpeg' },
    diagnostics: [],
  }),
}
const world = {
  readPicture: async () => ({ value: picture, diagnostics: [] }),
  clock: () => 0,
}

/** An issue of one article with these pictures. */
function issueOf(pictures: PictureReference[]) {
  const article = { path: '01.md', absolute: '/issue/01.md', pictures } as unknown as Article
  const sections = [{ articles: [article], briefs: [] }]
  return { article, issue: { kind: 'newsletter', settings: {}, sections } as unknown as Issue }
}

describe('the pictures of an issue', () => {
  it('print each at its own size, also the same one several times in an article', async () => {
    const at = { line: 1, column: 1 }
    const src = 'images/a.jpg'
    const references: PictureReference[] = [
      { src, at, abreast: 1, width: 0.3 },
      { src, at, abreast: 1, width: 0.6 },
      { src, at, abreast: 1 },
      { src, at, abreast: 2 },
      { src, at, abreast: 1, cell: 0.25 },
    ]
    const { article, issue } = issueOf(references)
    const placed = await placePictures(issue, [], world)
    const widths = references.map((one) => placed.of(article)(one)?.box.width)
    expect(widths.map((width) => Math.round(width ?? 0))).toEqual([47, 94, 156, 75, 35])
    expect(placed.sizes.map(({ width }) => width)).toEqual(widths)
    expect((await placed.scaled).resources.size).toBe(5)
  })
})
