import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../src/input/parse-issue.js'
import { plainNumbers } from '../../src/lint/issue-numbers.js'
import { neighboursFrom } from '../../src/lint/neighbours.js'

const file = (text: string) => ({ path: 'bulletin.yaml', absolute: '/p/bulletin.yaml', text })

/** What the reader of YAML makes of the same text. */
function readWhole(text: string) {
  const { value, diagnostics } = parseSettings({
    articles: [],
    settings: file(text),
    single: false,
  })
  const { number, total, date } = value ?? {}
  return { numbers: { number, total, date }, isSound: diagnostics.length === 0 }
}

const nothing = { number: undefined, total: undefined, date: undefined }

describe('the numbers of another issue', () => {
  it.each([
    ['number: 6\ntotal: 54\ndate: 2021-06-28\n', { number: 6, total: 54 }],
    ['刊名: 通讯\r\n期号: 6 # 六月\r\n日期: 2021年6月28日\r\n', { number: 6 }],
    ['total: none\n', { total: 'none' }],
    ['title: 通讯\n', {}],
  ])('are taken from the lines of %j', (text, numbers) => {
    expect(plainNumbers(text)).toMatchObject(numbers)
  })

  it.each([
    'number: "6"\n',
    'number：6\n',
    'number:\n  6\n',
    '{ number: 6 }\n',
    'number: 6\n期号: 7\n',
    'number: 06\n',
    'date: 2021-02-30\n',
    'contact:\n  日期: 每月\n',
    'number: &a 6\n',
  ])('are left to the reader of YAML in %j', (text) => {
    expect(plainNumbers(text)).toBeUndefined()
  })

  it('are the same by both ways, whatever stands in a sound file', () => {
    const lines = fc.constantFrom(
      ...[
        'number: 6',
        '期号: 7',
        'total: 54',
        '总期号: none',
        'date: 2021-06-28',
        '日期: 2021年6月',
      ],
      ...['number: 06', 'total: 0', 'date: 6月', 'number: 6 # 注', ' number: 6', 'number : 6'],
      ...[
        'title: 通讯',
        'note: |',
        '  number: 9',
        'contact:',
        '  电话: 1',
        '- number: 6',
        '# number: 6',
      ],
      ...[
        '---',
        '...',
        'number:',
        '"number": 6',
        'number：6',
        '',
        'total:  54 ',
        'numbering: auto',
      ],
    )
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 6 }), (some) => {
        const text = some.join('\n')
        const plain = plainNumbers(text)
        const { numbers, isSound } = readWhole(text)
        if (plain && isSound) expect({ ...nothing, ...plain }).toEqual(numbers)
      }),
      { numRuns: 2000 },
    )
  })

  it('come from the name of the folder and from the publication where the issue says nothing', () => {
    const neighbours = [
      { name: 'issue-53', settings: file('number: 5\n') },
      { name: '增刊', settings: file('total: none\ndate: 2021-05\n') },
    ]
    expect(neighboursFrom({ neighbours, parent: file('number: 1\n') })).toEqual([
      { name: 'issue-53', number: 5, total: 53, date: undefined },
      { name: '增刊', number: 1, total: undefined, date: { year: 2021, month: 5 } },
    ])
  })
})
