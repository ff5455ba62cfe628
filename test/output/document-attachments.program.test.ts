import { beforeAll, describe, expect, it } from 'vitest'
import type { Line } from '../kit/lines.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { workspace } from '../kit/workspace.js'

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
/** A notice of `lines` lines with three attachments. */
const notice = (lines: number) => ({
  'bulletin.yaml': settings,
  '1.md': `---\ntitle: 关于整理书库的通知\n---\n\n${'书库要整理。\n\n'.repeat(lines)}`,
  ...attached,
})

/** One paragraph that ends at each of the lines near the foot of the first page. */
const full = Object.fromEntries(
  [9, 10, 11, 12, 13].map((lines) => [
    `a paragraph of ${lines} lines`,
    {
      ...notice(1),
      '1.md': `---\ntitle: 关于整理书库的通知\n---\n\n${'书库要整理，'.repeat((lines * 28) / 6 - 2)}完。\n`,
    },
  ]),
)

let printed: Record<string, Printed>
beforeAll(async () => {
  // With these lengths, the foot of the first page falls on every line of the attachment list.
  printed = await press(folder, {
    ...Object.fromEntries([3, 4, 5, 6, 7].map((lines) => [`n${lines}`, notice(lines)])),
    ...full,
  })
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

  it.each([3, 4, 5, 6, 7])(
    'is on no page without text, nor the signature with it (7.3.5.5), after %i lines',
    (lines) => {
      const own = printed[`n${lines}`]
      if (!own) throw new Error('not printed')
      expect(pageOf(own, '附件：1.')).toBe(pageOf(own, '2022年3月1日'))
      const page = own.pdf.pages[pageOf(own, '附件：1.')]
      expect(page?.text).toContain('书库要整理。')
      expect(own.pdf.pages[0]?.text).toContain('书库要整理。')
    },
  )

  it.each(Object.entries(full))('leaves the last line of %s to it', (name) => {
    const own = printed[name]
    if (!own) throw new Error('not printed')
    expect(pageOf(own, '附件：1.')).toBe(1)
    const texts = own.pdf.pages[1]?.lines.map(({ text }) => text) ?? []
    expect(texts.findIndex((text) => text.includes('附件：1.'))).toBeGreaterThan(0)
    expect(own.pdf.pages[0]?.text).toContain('书库要整理')
  })

  it('breaks names between words, numbers and their units kept', () => {
    const listed = Object.entries(printed).filter(([name]) => !(name in full))
    const lines = listed.flatMap(([, { pdf }]) =>
      pdf.pages.flatMap((page) => page.lines.map(({ text }) => text)),
    )
    for (const word of [
      '图书馆',
      '书库',
      '整理',
      '责任',
      '单位',
      '2022年',
      '季度',
      '评分',
      '细则',
    ]) {
      for (let cut = 1; cut < word.length; cut++) {
        const torn = lines.filter(
          (text, n) =>
            text.endsWith(word.slice(0, cut)) && lines[n + 1]?.startsWith(word.slice(cut)),
        )
        expect(torn, word).toEqual([])
      }
    }
  })
})
