import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../src/input/docx/read-docx.js'
import { limits } from '../../../src/input/docx/unpack.js'
import { paragraph, wordFile } from '../../kit/word.js'

const read = (bytes: Uint8Array) => readDocx(bytes, { changes: 'accept' })

/** A Word file with the given main part. */
const withMain = (xml: string) => {
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
  return zipSync({ '_rels/.rels': strToU8(rels), 'word/document.xml': strToU8(xml) })
}

const main = (inner: string, before = '') =>
  `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

describe('a file that was made to do harm', () => {
  it('is refused when a part is hundreds of times as long as in the package', () => {
    const bomb = wordFile({ body: paragraph('　'.repeat(3_000_000)) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(read(bomb).trouble?.reason).toContain('大得不正常')
  })

  it('is refused when it has too many parts', () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.entries + 1 }, (_, index) => [`a${index}.xml`, strToU8('<a/>')]),
    )
    expect(read(zipSync(many, { level: 0 })).trouble?.reason).toContain('大得不正常')
  })

  it('has a table of no more columns than Word can write', () => {
    const cell = (setting: string, text: string) =>
      `<w:tc><w:tcPr>${setting}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const row = `<w:tr><w:trPr><w:gridBefore w:val="-9"/></w:trPr>${cell('<w:gridSpan w:val="4294967296"/>', '甲')}${cell('', '乙')}</w:tr>`
    const { document } = read(withMain(main(`<w:tbl>${row}</w:tbl>`)))
    const [table] = document?.blocks ?? []
    expect(table).toMatchObject({
      columns: 64,
      rows: [
        {
          cells: [
            { column: 0, columns: 63 },
            { column: 63, columns: 1 },
          ],
        },
      ],
    })
  })

  it.each([
    ['entities', '<!DOCTYPE w [<!ENTITY a "很多字"><!ENTITY b "&a;&a;&a;">]>'],
    ['a file outside', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['a document type on the web', '<!DOCTYPE w SYSTEM "http://example.org/a.dtd">'],
  ])('is refused when its XML declares %s', (_, doctype) => {
    expect(read(withMain(main('<w:p/>', doctype))).trouble?.reason).toContain('Word 不会写')
  })

  it('is refused when elements lie thousands deep in one another', () => {
    const deep = main(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)
    expect(read(withMain(deep)).trouble?.reason).toContain('Word 不会写')
  })

  it.each([
    ['no package', strToU8('只是文字')],
    ['a package of something else', zipSync({ 'a.xml': strToU8('<a/>') })],
    ['cut off', wordFile({ body: paragraph('正文') }).slice(0, 300)],
    ['not well-formed', withMain(main('<w:p>'))],
    ['of another root', withMain('<html/>')],
  ])('is said to be no Word file when it is %s', (_, bytes) => {
    expect(read(bytes).trouble?.hint).toContain('另存为 .docx')
  })

  it('reads nothing outside of the package, whatever its relations say', () => {
    const picture = (target: string, mode: string) =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" Type="x/image" Target="${target}"${mode}/></Relationships>`,
      )
    for (const [target, mode] of [
      ['../../../etc/passwd', ''],
      ['https://example.org/a.png', ' TargetMode="External"'],
    ] as const) {
      const body = paragraph(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      )
      const { document } = read(
        wordFile({ body, others: { 'word/_rels/document.xml.rels': picture(target, mode) } }),
      )
      expect(document?.said).toMatchObject([{ kind: 'lost', about: 'picture' }])
    }
  })

  it('may call elements and properties what JavaScript calls things', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty']
    const body = names.map((name) =>
      paragraph(
        `<w:r><w:rPr><w:vertAlign w:val="${name}"/></w:rPr><${name}/><w:t>字</w:t></w:r><${name}><w:r><w:t>内</w:t></w:r></${name}>`,
      ),
    )
    const { document } = read(wordFile({ body: body.join('') }))
    const words = document?.blocks.map((block) =>
      block.type === 'paragraph'
        ? block.inlines.map((one) => (one.type === 'text' ? one.text : '')).join('')
        : '',
    )
    expect(words).toEqual(names.map(() => '字内'))
  })
})
