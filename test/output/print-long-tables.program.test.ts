import { beforeAll, describe, expect, it } from 'vitest'
import { shapesOf } from '../kit/document-shapes.js'
import { article, han, prose } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, solid, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('long-tables')

const rows = (count: number, row: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => row(n)).join('\n')
const named = `表2　名单\n\n单位：人\n\n| 序号 | 事迹 |\n| --- | --- |\n${rows(60, (n) => `| ${n + 1} | ${han(20, n)} |`)}`
const joined = `| 类别 | 事项 |\n| --- | --- |\n${rows(50, (n) => `| ${n === 0 ? '第一类' : '^'} | 事项${n}${han(30, n)} |`)}`
const tall = `| 项目 | 内容 |\n| --- | --- |\n| 甲 | ${han(2400)} |\n| 乙 | 完 |`

let printed: Record<'named' | 'joined' | 'tall', Printed>
beforeAll(async () => {
  const issue = (table: string) => ({
    '1.md': article({ title: '长表' }, `${prose(200)}\n\n${table}\n\n${prose(60)}`),
  })
  printed = await press(folder, {
    named: issue(named),
    joined: issue(joined),
    tall: issue(tall),
  })
})

const pagesOf = ({ pdf }: Printed) => pdf.pages.slice(2)
const texts = (one: Printed) =>
  pagesOf(one).map((page) => linesIn(page).map(({ text }) => solid(text)))

/** The pages on which a table goes on after them: all with a part of it but the last. */
const goingOn = (one: Printed, part: RegExp) => {
  const pages = pagesOf(one).filter(({ text }) => part.test(solid(text)))
  return pages.slice(0, -1)
}

/** Whether rules as wide as the type area end all that hangs down on a page. */
async function expectClosed(one: Printed, part: RegExp): Promise<void> {
  const shapes = await shapesOf(one.bytes)
  const pages = goingOn(one, part)
  expect(pages.length).toBeGreaterThan(0)
  for (const { number } of pages) {
    const own = (shapes[number - 1] ?? []).filter(
      ({ top, width, height }) => top < typeArea.bottom + 1 && Math.min(width, height) < 1,
    )
    const foot = Math.max(...own.map(({ top, height }) => top + height))
    const level = own.filter(({ top, height, width }) => width > 1 && top + height > foot - 0.6)
    const across = level.reduce((sum, { width }) => sum + width, 0)
    expect(across, `page ${number}`).toBeGreaterThan(150)
  }
}

describe('a table that goes on over the page', () => {
  it('has its caption over it, and with （续表） on every page after', () => {
    const pages = texts(printed.named).filter((lines) =>
      lines.some((line) => /^\d+\S{20}$/.test(line)),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]?.filter((line) => line.includes('名单'))).toEqual(['表2名单'])
    expect(pages[0]?.filter((line) => line.startsWith('单位'))).toEqual(['单位：人'])
    for (const lines of pages.slice(1)) {
      expect(lines[0]).toBe('表2名单（续表）')
      expect(lines.slice(1, 3)).toEqual(['单位：人', '序号事迹'])
    }
  })

  it('loses no row and repeats none', () => {
    const numbers = texts(printed.named)
      .flat()
      .flatMap((line) => /^(\d+)\S{20}$/.exec(line)?.[1] ?? [])
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => String(n + 1)))
  })

  it('begins where it is when its cells join many rows, and is closed at the foot', async () => {
    expect(texts(printed.joined)[0]?.join('')).toContain('事项0')
    expect(pagesOf(printed.joined).filter(({ text }) => text.includes('第一类'))).toHaveLength(1)
    await expectClosed(printed.joined, /事项\d/)
  })

  it('begins where it is with a row that no page holds, and is closed at the foot', async () => {
    const [first] = texts(printed.tall)
    expect(first?.filter((line) => [...line].length > 20).length).toBeGreaterThan(10)
    const said = texts(printed.tall).flat().join('').replaceAll('项目内容', '').replace('甲', '')
    expect(said).toContain(han(2400))
    // Each cell has a shadow with the box of the cell, down to where the vertical rules end.
    const shapes = await shapesOf(printed.tall.bytes)
    const pages = goingOn(printed.tall, /项目内容/)
    expect(pages.length).toBeGreaterThan(0)
    for (const { number } of pages) {
      const own = shapes[number - 1] ?? []
      const foot = Math.max(...own.map(({ top, height }) => top + height))
      const cells = own.filter(
        ({ top, width, height }) => width > 5 && height > 5 && top + height > foot - 0.6,
      )
      const across = cells.reduce((sum, { width }) => sum + width, 0)
      expect(across, `page ${number}`).toBeGreaterThan(150)
    }
  })
})
