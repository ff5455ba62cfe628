import { expect, it } from 'vitest'
import { pageDigests, readPdf } from '../../src/pdf/index.js'
import { article, paragraphs } from '../kit/manuscript.js'
import { press } from '../kit/press.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('page-digests')
const settings = 'title: 工作通讯\nsections: [要闻]\n'
const issue = (second: string) => ({
  'bulletin.yaml': settings,
  '1.md': article({ title: '甲', section: '要闻' }, paragraphs(20)),
  '2.md': article({ title: '乙', section: '要闻' }, second),
  '3.md': article({ title: '丙', section: '要闻' }, paragraphs(20, 100, 5)),
})

it('pages that look the same have the same digest, whatever is on other pages', async () => {
  const { one, two } = await press(folder, {
    one: issue('原来的一段。'),
    // Another face and new characters: names of fonts, and their subsets, are others.
    two: issue('原来的一段，**龘**，*鱻*，`x`，$a^2$。'),
  })
  const [before, after] = [one, two].map(({ bytes }) => pageDigests(readPdf(bytes)))
  const changed = before?.flatMap(({ digest }, index) =>
    digest === after?.[index]?.digest ? [] : [index + 1],
  )
  const page = one.report.articles.find(({ title }) => title === '乙')?.page
  expect(changed).toEqual([page])
  expect(new Set(before?.map(({ digest }) => digest)).size).toBe(before?.length)
  expect(before?.map(({ width, height }) => [Math.round(width), Math.round(height)])[0]).toEqual([
    595, 842,
  ])
})
