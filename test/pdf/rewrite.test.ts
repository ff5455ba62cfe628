import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import {
  destinations,
  type Finish,
  finishPdf,
  outline,
  pageCount,
  readPdf,
} from '../../src/pdf/index.js'

// data/finish.html printed by Chromium 147, tagged and with its outline.
const printed = readFileSync(join(import.meta.dirname, '../data/chromium-147.pdf'))
const wish: Finish = {
  title: '工作通讯 第3期（总第54期）',
  author: '城东区文化馆',
  subject: '内部刊物 & <月刊>',
  keywords: ['健康', '讲座'],
  creator: 'bulletin 0.1.0',
  date: new Date('2021-06-28T00:00:00+08:00'),
  lang: 'zh-CN',
}
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const changed = (...changes: (readonly [was: string | RegExp, is: string])[]) =>
  Buffer.from(
    changes.reduce((text, [was, is]) => text.replace(was, is), latin1(printed)),
    'latin1',
  )

const wordAndPlace = (item: object) =>
  'str' in item && 'transform' in item ? [item.str, item.transform] : []

async function opened<T>(
  bytes: Uint8Array,
  look: (document: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, stopAtErrors: true })
  try {
    return await look(await task.promise)
  } finally {
    await task.destroy()
  }
}

describe('reading a print', () => {
  it('tells the page of every id that a link points at', () => {
    const pages = destinations(readPdf(printed))
    expect(pages).toEqual(
      new Map([
        ['s1', 2],
        ['a1', 3],
        ['a2', 4],
        ['校园', 5],
      ]),
    )
  })

  it('counts the pages', () => {
    expect(pageCount(readPdf(printed))).toBe(6)
  })

  it('agrees with an independent reader about every destination', async () => {
    const theirs = await opened(printed, async (document) => {
      const found = Object.entries(await document.getDestinations())
      return Promise.all(
        found.map(async ([name, place]) => [
          decodeURIComponent(name),
          (await document.getPageIndex(place[0])) + 1,
        ]),
      )
    })
    expect(theirs.toSorted()).toEqual([...destinations(readPdf(printed))].toSorted())
  })

  it('lists the bookmarks with depth and page', () => {
    expect(
      outline(readPdf(printed)).map(({ depth, page, title }) => `${depth} ${page} ${title}`),
    ).toEqual([
      '1 2 要闻',
      '2 3 关于讲座的通知\u2060二',
      '3 3 一、讲座',
      '4 3 （一）通知',
      '5 3 1.二',
      '3 3 二、通知',
      '2 4 A title of /Dest [9 0 R] (brackets\\) that is long enough tobreak somewhere in the middle',
      '1 5 校园',
      '2 6 node00000012',
    ])
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a file cut short', printed.subarray(0, 20_000)],
    ['something else', Buffer.from('<html></html>')],
    ['a PDF with an earlier state', changed(['/Root', '/Prev 9\n/Root'])],
    ['an encrypted PDF', changed(['/Root', '/Encrypt 9 0 R\n/Root'])],
    [
      'a table that points beside the objects',
      changed([/0000000015 00000 n/, '0000000016 00000 n']),
    ],
    ['a table of another make', changed(['xref\n0 ', 'xref\n1 '])],
    ['a catalogue that is not there', changed([/\/Root \d+/, '/Root 9999'])],
  ])('refuses %s rather than making a wrong file', (_, bytes) => {
    expect(() => finishPdf(bytes, wish)).toThrow('和预期的不一样')
  })

  it.each([
    ['pages', '/Kids [10 0 R', '/Kids [21 0 R', '页面树绕回了自己'],
    ['bookmarks', '/Next 95 0 R', '/Next 88 0 R', '书签绕回了自己'],
  ])('refuses %s that go round in circles', (_, was, is, words) => {
    const text = latin1(printed).replace('/Kids [2 0 R 10', '/Kids [10 0 R 2')
    expect(text).toContain(was)
    expect(() => finishPdf(Buffer.from(text.replace(was, is), 'latin1'), wish)).toThrow(words)
  })
})

describe('finishing a print', () => {
  const finished = finishPdf(printed, wish)

  it('says what the document is', async () => {
    const { info, metadata } = await opened(finished, (document) => document.getMetadata())
    expect(info).toMatchObject({
      Title: '工作通讯 第3期（总第54期）',
      Author: '城东区文化馆',
      Subject: '内部刊物 & <月刊>',
      Keywords: '健康, 讲座',
      Creator: 'bulletin 0.1.0',
      Producer: 'Skia/PDF m147',
      CreationDate: "D:20210628000000+08'00'",
      ModDate: "D:20210628000000+08'00'",
      Language: 'zh-CN',
    })
    expect(metadata.get('dc:title')).toBe('工作通讯 第3期（总第54期）')
    expect(metadata.get('dc:creator')).toEqual(['城东区文化馆'])
    expect(metadata.get('dc:description')).toBe('内部刊物 & <月刊>')
  })

  it('leaves out what nobody said', async () => {
    const { title, creator, date, lang } = wish
    const bare = finishPdf(printed, { title, creator, date, lang })
    const { info } = await opened(bare, (document) => document.getMetadata())
    for (const key of ['Author', 'Subject', 'Keywords']) expect(info).not.toHaveProperty(key)
  })

  it('opens with the title and the bookmarks showing', async () => {
    const shown = await opened(finished, async (document) => ({
      mode: await document.getPageMode(),
      preferences: await document.getViewerPreferences(),
    }))
    expect(shown).toEqual({ mode: 'UseOutlines', preferences: { DisplayDocTitle: true } })
  })

  it('keeps three levels of bookmarks, sections unfolded and articles folded', async () => {
    const tree = await opened(finished, (document) => document.getOutline())
    const shape = (items: typeof tree): unknown[] =>
      items.map(({ title, count, items }) => [title, count ?? 0, ...shape(items)])
    expect(shape(tree)).toEqual([
      [
        '要闻',
        2,
        ['关于讲座的通知二', -2, ['一、讲座', 0], ['二、通知', 0]],
        [
          'A title of /Dest [9 0 R] (brackets\\) that is long enough tobreak somewhere in the middle',
          0,
        ],
      ],
      ['校园', 1, ['node00000012', 0]],
    ])
    expect(latin1(finished)).toMatch(
      /\/Type \/Outlines\n\/First \d+ 0 R\n\/Last \d+ 0 R\n\/Count 5>>/,
    )
  })

  it('takes the spelling of a title from whoever knows it', () => {
    const title =
      'A title of /Dest [9 0 R] (brackets\\) that is long enough to break somewhere in the middle'
    const titles = outline(
      readPdf(
        finishPdf(printed, {
          ...wish,
          outlineTitles: new Map([
            [title, title],
            ['要 闻', '本期要闻'],
          ]),
        }),
      ),
    )
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining([title, '本期要闻', '校园']),
    )
  })

  it('labels the pages', async () => {
    const labelled = finishPdf(printed, {
      ...wish,
      pageLabels: [
        { from: 4, style: 'decimal' },
        { from: 1, style: 'none', prefix: '封面' },
        { from: 2, style: 'upper-roman', start: 2 },
      ],
    })
    const labels = await opened(labelled, (document) => document.getPageLabels())
    expect(labels).toEqual(['封面', 'II', 'III', '1', '2', '3'])
  })

  it('keeps links, text and tags', async () => {
    const seen = (bytes: Uint8Array) =>
      opened(bytes, async (document) => {
        const pages = Array.from({ length: document.numPages }, (_, index) => index + 1)
        return Promise.all(
          pages.map(async (number) => {
            const page = await document.getPage(number)
            const { items } = await page.getTextContent()
            const links = (await page.getAnnotations()).map(({ dest, rect }) => ({ dest, rect }))
            return {
              words: items.map(wordAndPlace),
              links,
              tags: (await page.getStructTree())?.children.length,
            }
          }),
        )
      })
    expect(await seen(finished)).toEqual(await seen(printed))
    expect(destinations(readPdf(finished))).toEqual(destinations(readPdf(printed)))
  })

  it('leaves nothing of the browser’s own properties in the file', () => {
    expect(latin1(finished)).not.toContain('(Chromium)')
    expect(latin1(finished).match(/startxref/g)).toHaveLength(1)
    expect(latin1(finished).match(/\/CreationDate/g)).toHaveLength(1)
  })

  it('gives the same bytes whenever it was printed and however the nodes were counted', () => {
    const later = latin1(printed)
      .replaceAll(/D:\d{14}/g, 'D:20301231235959')
      .replaceAll(
        /(?<!Title )\(node(\d{8})\)/g,
        (_, digits) => `(node${String(Number(digits) + 4321).padStart(8, '0')})`,
      )
    expect(later).not.toBe(latin1(printed))
    expect(finishPdf(Buffer.from(later, 'latin1'), wish)).toEqual(finished)
  })

  it('gives another identifier to another text', () => {
    const identifier = (bytes: Uint8Array) => /\/ID \[(<\w{32}>) \1\]/.exec(latin1(bytes))?.[1]
    expect(identifier(finished)).toBeDefined()
    expect(identifier(finishPdf(printed, { ...wish, title: '另一期' }))).not.toBe(
      identifier(finished),
    )
  })

  it('writes one cross-reference table that finds every object', () => {
    const text = latin1(finished)
    const pdf = readPdf(finished)
    for (const [number, offset] of pdf.offsets.entries()) {
      if (offset !== undefined) expect(text.startsWith(`${number} 0 obj\n`, offset)).toBe(true)
    }
    expect(pdf.offsets).toHaveLength(Number(pdf.trailer.get('Size')))
  })
})
