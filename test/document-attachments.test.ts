import { beforeAll, describe, expect, it } from 'vitest'
import type { Line } from './kit/lines.js'
import type { Printed } from './kit/press.js'
import { press } from './kit/press.js'
import { workspace } from './kit/workspace.js'

const folder = workspace('attachments')

const settings =
  'template: document\ntitle: 云溪市文化局文件\ndocNumber: 云文〔2022〕7号\ndate: 2022-03-01\npublisher: 云溪市文化局\nrecipients: 各分馆\nprintedBy: 云溪市文化局办公室\nprintedOn: 2022-03-01\n'
const names = [
  '全市公共图书馆书库整理工作任务分解及责任单位一览表（2022年第一季度至第四季度）',
  '书库整理登记表',
  '全市公共图书馆书库整理工作验收标准和评分细则以及有关说明材料目录清单',
]
const attached = Object.fromEntries(
  names.map((name, index) => [
    `${index + 2}.md`,
    `---\ntitle: ${name}\nattachment: true\n---\n\n内容。\n`,
  ]),
)
/** A notice of so many lines, with three attachments. */
const notice = (lines: number) => ({
  'bulletin.yaml': settings,
  '1.md': `---\ntitle: 关于整理书库的通知\n---\n\n${'书库要整理。\n\n'.repeat(lines)}`,
  ...attached,
})

let printed: Record<string, Printed>
beforeAll(async () => {
  // Through these lengths the foot of the first page comes to stand at every line of the list.
  printed = await press(
    folder,
    Object.fromEntries([3, 4, 5, 6, 7].map((lines) => [`n${lines}`, notice(lines)])),
  )
})

const pageOf = ({ pdf }: Printed, text: string) =>
  pdf.pages.findIndex(({ lines }) => lines.some((line: Line) => line.text.includes(text)))

describe('附件说明 at the foot of a page (GB/T 9704—2012, 7.3.4)', () => {
  it.each([3, 4, 5, 6, 7])(
    'keeps every item whole and the last two together, after %i lines',
    (lines) => {
      const own = printed[`n${lines}`]
      if (!own) throw new Error('not printed')
      expect(pageOf(own, '附件：1.')).toBe(pageOf(own, '至第四季度'))
      expect(pageOf(own, '2.书库整理')).toBe(pageOf(own, '3.全市公共'))
      expect(pageOf(own, '3.全市公共')).toBe(pageOf(own, '目录清单'))
    },
  )

  it('is cut between the first two items where that is the foot', () => {
    const cut = Object.values(printed).filter(
      (one) => pageOf(one, '附件：1.') !== pageOf(one, '2.书库整理'),
    )
    expect(cut.length).toBeGreaterThan(0)
  })
})
