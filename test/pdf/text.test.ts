import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookmarkTitle, byLetters } from '../../src/pdf/bookmarks.js'
import { arrayFrom, dictionaryFrom, dictionaryOf } from '../../src/pdf/syntax.js'
import { dateString, nameFrom, textFrom, textString } from '../../src/pdf/text.js'

describe('a bookmark’s title', () => {
  it.each([
    ['关于讲座\n的通知', '关于讲座的通知'],
    ['关于讲座 \r\n  的通知', '关于讲座的通知'],
    ['讲座，\n通知', '讲座，通知'],
    ['Open\nDoor', 'Open Door'],
    ['2021年\nWHO 会议', '2021年WHO 会议'],
    ['陈\u3000思', '陈\u3000思'],
    ['  两端  和 中间  ', '两端 和 中间'],
    ['长\u00ad词\u200b断\u2060开', '长词断开'],
  ])('%j becomes one line', (printed, title) => {
    expect(bookmarkTitle(printed)).toBe(title)
  })

  it('is spelt as the heading was, however the line breaks fell', () => {
    const spellings = byLetters(new Map([['Open the Door①', 'Open the Door']]))
    expect(bookmarkTitle('Open theDoor①', spellings)).toBe('Open the Door')
    expect(bookmarkTitle('Open theDoor②', spellings)).toBe('Open theDoor②')
  })
})

describe('strings in the file', () => {
  it('come back as they were written, whatever they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textFrom(textString(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['(plain)', 'plain'],
    ['(\\(a\\) \\\\ \\101\\n)', '(a) \\ A\n'],
    ['(\\376\\377\\116\\000)', '一'],
    ['<FEFF4E00 D842DFB7>', '一𠮷'],
    ['()', ''],
  ])('%s is read', (source, text) => {
    expect(textFrom(source)).toBe(text)
  })

  it('reads a name with escapes', () => {
    expect(nameFrom('/a#20b#2F.c')).toBe('a b/.c')
  })

  it('gives a moment by the clock of China on every machine', () => {
    expect(dateString(new Date('2021-12-31T16:00:00Z'))).toBe("(D:20220101000000+08'00')")
  })
})

describe('dictionaries', () => {
  const values = [
    '12 0 R',
    '-1.5',
    '/Name',
    '(a /B [1 0 R] \\) >>)',
    '<FEFF>',
    '[1 0 R /XYZ 0 (x) <</D 1>>]',
    '<</A [1 2]/B(c)>>',
    'true',
  ]

  it('keep every entry as the file spells it', () => {
    const entry = fc.tuple(fc.stringMatching(/^[A-Za-z]{1,8}$/), fc.constantFrom(...values))
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const dictionary = new Map(entries)
        expect(dictionaryFrom(dictionaryOf(dictionary))).toEqual(dictionary)
      }),
    )
  })

  it('are read without any blank between their parts', () => {
    expect([...dictionaryFrom('<</A/B/C[1 0 R]/D<</E(f)>>/G 1 0 R/H 12>>')]).toEqual([
      ['A', '/B'],
      ['C', '[1 0 R]'],
      ['D', '<</E(f)>>'],
      ['G', '1 0 R'],
      ['H', '12'],
    ])
  })

  it('tell numbers from references in an array', () => {
    expect(arrayFrom('[1 0 R 2 0 3 0 R /X (1 0 R)]')).toEqual([
      '1 0 R',
      '2',
      '0',
      '3 0 R',
      '/X',
      '(1 0 R)',
    ])
  })

  it.each([
    '',
    '<<',
    '<</A>>',
    '<</A 1',
    '<<1 /A>>',
    '[/A 1]',
    '<</A (un(balanced)>>',
    '<</A [1>>',
    '<</A 1>> more',
  ])('%j is refused', (source) => {
    expect(() => dictionaryFrom(source)).toThrow('读不懂')
  })
})
