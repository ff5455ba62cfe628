import { describe, expect, it } from 'vitest'
import { inFormat } from '../../../src/input/docx/number-formats.js'
import { blocksOf, imported } from '../../kit/imported.js'
import { list, listed, paragraph, wordFile } from '../../kit/word.js'

describe('the numbers that Word shows', () => {
  // As displayed by Word 16 for 1, 10, 11, 101.
  it.each([
    ['chineseCounting', '一', '十', '十一', '一○一'],
    ['chineseCountingThousand', '一', '十', '十一', '一百〇一'],
    ['japaneseCounting', '一', '十', '十一', '百一'],
    ['ideographDigital', '一', '一〇', '一一', '一〇一'],
    ['chineseLegalSimplified', '壹', '壹拾', '壹拾壹', '壹佰零壹'],
    ['ideographTraditional', '甲', '癸', '11', '101'],
    ['ideographZodiac', '子', '酉', '戌', '101'],
    ['decimalEnclosedCircle', '①', '⑩', '⑪', '101'],
    ['decimalFullWidth', '１', '１０', '１１', '１０１'],
    ['taiwaneseCounting', '一', '十', '十一', '一○一'],
    ['taiwaneseCountingThousand', '一', '十', '十一', '一百零一'],
    ['upperRoman', 'I', 'X', 'XI', 'CI'],
    ['lowerLetter', 'a', 'j', 'k', 'wwww'],
    ['decimalZero', '01', '10', '11', '101'],
    ['none', '', '', '', ''],
    ['noSuchFormat', '1', '10', '11', '101'],
  ])('are in %s: %s %s %s %s', (format, ...expected) => {
    expect([1, 10, 11, 101].map((value) => inFormat(value, format))).toEqual(expected)
  })

  it.each([
    ['chineseCountingThousand', 10_001, '一万〇一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['japaneseCounting', 1110, '千百十'],
    ['chineseLegalSimplified', 1020, '壹仟零贰拾'],
  ])('are in %s %i: %s', (format, value, expected) => {
    expect(inFormat(value, format)).toBe(expected)
  })
})

/** The numbers at the beginning of paragraphs whose text is 某事办好了。 */
function numbersOf(numbering: string, numbers: readonly [number, number][], styles = ''): string[] {
  const body = numbers.map(([id, level]) => paragraph('某事办好了。', listed(id, level))).join('')
  const made = imported(wordFile({ numbering, styles, body: paragraph('题目') + body }))
  return blocksOf(made).map((text) => text.replace(/某事办好了。$/, ''))
}

describe('automatic numbers become text', () => {
  const levels = list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ])

  it('counts every level, and begins the lower ones anew', () => {
    const numbers: [number, number][] = [0, 1, 1, 2, 2, 0, 1, 2].map((level) => [1, level])
    expect(numbersOf(levels, numbers)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '2.',
      '二、',
      '（一）',
      '1.',
    ])
  })

  it('goes on in another list of the same definition, unless it says where to start', () => {
    const more =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    expect(
      numbersOf(levels + more, [
        [1, 0],
        [2, 0],
        [3, 0],
        [3, 0],
        [1, 0],
      ]),
    ).toEqual(['一、', '二、', '一、', '二、', '三、'])
  })

  it('writes a level by another definition where the list overrides it', () => {
    const other =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>'
    expect(
      numbersOf(levels + other, [
        [2, 0],
        [2, 0],
      ]),
    ).toEqual(['⑤', '⑥'])
  })

  it('goes on over a higher level where lvlRestart says so', () => {
    const going = list(1, [
      ['chineseCounting', '第%1章　'],
      ['decimal', '第%2条　', '<w:lvlRestart w:val="0"/>'],
    ])
    const numbers: [number, number][] = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 1],
    ]
    expect(numbersOf(going, numbers).map((text) => text.trim())).toEqual([
      '第一章',
      '第1条',
      '第2条',
      '第二章',
      '第3条',
    ])
  })

  it('writes the levels above in figures where the definition is legal', () => {
    const legal = list(1, [
      ['chineseCounting', '%1、'],
      ['decimal', '%1.%2', '<w:isLgl/>'],
    ])
    expect(
      numbersOf(legal, [
        [1, 0],
        [1, 1],
        [1, 1],
      ]),
    ).toEqual(['一、', '1.1 ', '1.2 '])
  })

  it('takes the number of a style, at the level that the definition gives the style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="款"/><w:basedOn w:val="a"/></w:style>'
    const numbering = list(1, [
      ['decimal', '第%1条 '],
      ['decimal', '（%2）', '<w:pStyle w:val="b"/>'],
    ])
    const body = ['a', 'b', 'b', 'a']
      .map((style) => paragraph('某事办好了。', `<w:pStyle w:val="${style}"/>`))
      .join('')
    const bare = paragraph(
      '不编号的一段也在这里。',
      '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>',
    )
    const made = imported({ styles, numbering, body: paragraph('题目') + body + bare })
    expect(blocksOf(made)).toEqual([
      '第1条某事办好了。',
      '（1）某事办好了。',
      '（2）某事办好了。',
      '第2条某事办好了。',
      '不编号的一段也在这里。',
    ])
  })

  it('follows a definition that only names a numbering style', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="公文"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>' +
      levels
    const styles =
      '<w:style w:type="numbering" w:styleId="公文"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(
      numbersOf(
        numbering,
        [
          [9, 0],
          [9, 1],
        ],
        styles,
      ),
    ).toEqual(['一、', '（一）'])
  })

  it('makes a list of bullets, and nothing of an empty number', () => {
    const numbering = list(1, [['bullet', '\uf06c']]) + list(2, [['none', '']])
    const body = [1, 1, 2].map((id) => paragraph('某事办好了。', listed(id))).join('')
    expect(imported({ numbering, body: paragraph('题目') + body }).body).toBe(
      '- 某事办好了。\n- 某事办好了。\n\n某事办好了。',
    )
  })

  it('says all the numbers in the report, so that the letters add up', () => {
    const body = paragraph('题目') + paragraph('某事办好了。', listed(1))
    const { said, letters } = imported({ numbering: levels, body })
    expect(said).toMatchObject([{ kind: 'added', about: 'number', instead: '一、' }])
    expect(letters).toMatchObject({ read: 8, written: 10, added: 2, missing: '', extra: '' })
  })
})
