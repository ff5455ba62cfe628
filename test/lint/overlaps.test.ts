import { describe, expect, it } from 'vitest'
import { parseIssue } from '../../src/input/parse-issue.js'
import { check } from '../../src/lint/lint.js'

/** `line:column rule` of all that is said of an article. */
function said(text: string): string[] {
  const { articles } = parseIssue({
    name: 'issue',
    folder: '/issue',
    articles: [{ path: '01.md', absolute: '/issue/01.md', text }],
    single: false,
    roots: [],
    diagnostics: [],
  })
  return check({ articles })
    .map(({ at, rule }) => `${at.line}:${at.column} ${rule}`)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

describe('findings on the same characters', () => {
  it('are one: eight problems give eight reports', () => {
    const text = [
      '(一)、三个县（区)参加。',
      '会议强调,，要抓好落实。',
      '二零二一年十月开馆。',
      '《办法》学习（（含列席）。',
      '他说：“走吧。”。',
      '开展“点单“服务。',
      '他等了很久...',
    ].join('\n\n')
    expect(said(text)).toEqual([
      '1:1 sequence-mark',
      '1:8 half-width-bracket',
      '3:5 half-width-mark',
      '5:1 year-zero',
      '7:7 unpaired',
      '9:7 stop-after-quote',
      '11:6 unpaired',
      '13:6 ellipsis',
    ])
  })

  it('are one when a pair has markup within', () => {
    expect(said('参加(**含列席**)的有三十人。')).toEqual(['1:3 half-width-bracket'])
  })

  it('are what the text says before how it is written', () => {
    expect(said('1.甲。\n\n３、乙。')).toEqual(['3:1 full-width-alphanumeric'])
    expect(said('1.甲。\n\n3、乙。')).toEqual(['3:1 sequence'])
  })

  it('leave what is wrong within a pair of quotes or a long passage', () => {
    expect(said('开展"布署"工作。')).toEqual(['1:3 straight-quote', '1:4 words'])
  })
})
