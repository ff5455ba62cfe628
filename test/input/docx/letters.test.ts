import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersIn } from '../../../src/input/docx/census.js'
import { lettersOfMarkdown } from '../../../src/input/manuscript/read-back.js'
import { imported } from '../../kit/imported.js'
import { face, list, listed, paragraph, run, table, xmlText } from '../../kit/word.js'

/**
 * Text as editors and programs write it, including syntax characters of Markdown, YAML and HTML.
 */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...'城东区文化馆举办讲座人人参加，。；：“”（）《》、一二三'),
      },
      { weight: 2, arbitrary: fc.constantFrom(...'abcXYZ0123456789') },
      { weight: 2, arbitrary: fc.constantFrom(...'*_`~#>|<&[](){}!-+=\\/:.^"\' \t　$@%') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '**',
          '<b>',
          '&amp;',
          '[^1]',
          '![a](b)',
          '1. ',
          '- ',
          '# ',
          '---',
          '~~',
          'https://example.org/a_b',
          '{{x}}',
          '<!-- -->',
          '😀',
          '〔2021〕',
          '\u00ad',
          '\u200b',
          'a_b_c',
          '3*4*5',
          '| a |',
          '```',
          '§',
          '…',
        ),
      },
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => parts.join(''))

const look = fc.constantFrom(
  '',
  '<w:b/>',
  '<w:u w:val="single"/>',
  '<w:vertAlign w:val="superscript"/>',
  '<w:strike/>',
  '<w:highlight w:val="yellow"/>',
  face('楷体', 16),
  face('黑体', 16),
  face('仿宋', 16, '<w:b/>'),
  '<w:vanish/>',
)

const change = (name: string) => (inner: string) =>
  `<w:${name} w:id="1" w:author="王编辑" w:date="2021-06-15T00:00:00Z">${inner}</w:${name}>`

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(text, look).map(([words, how]) => run(words, how)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, fc.constantFrom('ins', 'moveFrom', 'moveTo'))
      .map(([words, name]) => change(name)(run(words))),
  },
  {
    weight: 1,
    arbitrary: text.map((words) => change('del')(run(words).replaceAll('w:t', 'w:delText'))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<w:r><w:br/></w:r>',
      '<w:r><w:tab/></w:r>',
      '<w:r><w:noBreakHyphen/></w:r>',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
      '<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>',
      '<w:r><w:footnoteReference w:id="1"/></w:r>',
      `<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`,
    ),
  },
  {
    weight: 1,
    arbitrary: text.map(
      (words) =>
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(words)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
    ),
  },
  {
    weight: 1,
    arbitrary: text.map(
      (words) =>
        `<m:oMath><m:sSup><m:e><m:r><m:t>${xmlText(words)}</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    ),
  },
)

const properties = fc.constantFrom(
  '',
  '',
  '',
  '<w:jc w:val="center"/>',
  '<w:jc w:val="right"/>',
  '<w:outlineLvl w:val="0"/>',
  listed(1),
  listed(1, 1),
  listed(2),
  '<w:rPr><w:del w:id="9" w:author="王编辑"/></w:rPr>',
  ...['note', 'quote', 'kai', 'drop', 'title', 'heading2'].map((id) => `<w:pStyle w:val="${id}"/>`),
)

/** The styles above mean what their names say. */
const meanings = {
  note: 'note',
  quote: 'quote',
  kai: 'kai',
  drop: 'drop',
  title: 'title',
  heading2: 'heading2',
} as const
const styles = Object.keys(meanings)
  .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
  .join('')

/** What stands around the body of an official document. */
const red = face('方正小标宋简体', 36, '<w:color w:val="FF0000"/>')
const head = fc.constantFrom(
  '',
  paragraph('机密　特急') +
    paragraph(run('澄川市文化局文件', red)) +
    paragraph('澄文发〔2022〕7号　签发人：陆 青') +
    paragraph('一份通知的标题', '<w:jc w:val="center"/>') +
    paragraph('各馆：'),
)
const tail = fc.constantFrom(
  '',
  paragraph('澄川市文化局', '<w:jc w:val="right"/>') +
    paragraph('2022年5月29日') +
    paragraph('（此件公开）') +
    table([['抄送：市图书馆。'], ['办公室　2022年5月30日印发']]),
)

const block = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), properties)
  .map(([pieces, how]) => paragraph(pieces.join(''), how))

const cell = fc.tuple(
  fc.array(block, { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('')),
  fc.constantFrom('', '', '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', '<w:vMerge/>'),
)

const grid = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(table)

const file = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: grid }), {
      minLength: 1,
      maxLength: 8,
    }),
    text,
    text,
    head,
    tail,
  )
  .map(([blocks, note, header, above, below]) => ({
    body: above + blocks.join('') + below,
    styles,
    numbering:
      list(1, [
        ['chineseCounting', '%1、'],
        ['decimal', '%2.'],
      ]) + list(2, [['bullet', '●']]),
    footnotes: `<w:footnote w:id="1">${paragraph(note)}</w:footnote>`,
    header: paragraph(header),
  }))

describe('no letter is lost', () => {
  it('but those that the report names, whatever is in the file', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('accept' as const, 'reject' as const), (parts, changes) => {
        const { letters } = imported(parts, { changes, styles: meanings })
        expect({ missing: letters.missing, extra: letters.extra }).toEqual({
          missing: '',
          extra: '',
        })
        expect(letters.read + letters.added).toBe(letters.written + letters.left)
      }),
      { numRuns: 500 },
    )
  })

  it('and the words of a paragraph stay together, in their order', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const { fields, body } = imported({ body: texts.map((one) => paragraph(one)).join('') })
        const whole = lettersIn(Object.values(fields).join(' ')) + lettersOfMarkdown(body)
        const plain = /^[\p{sc=Han}，。a-z0-9]+$/u
        for (const one of texts.filter((words) => plain.test(words)))
          expect(whole).toContain(lettersIn(one))
      }),
      { numRuns: 200 },
    )
  })
})
