import { describe, expect, it } from 'vitest'
import { filesOf } from '../../src/engine/output-path.js'

const pathsOf = (...words: Parameters<typeof filesOf>) => filesOf(...words).map(({ path }) => path)

describe('the files of an issue', () => {
  it('lie beside it under its name', () => {
    expect(pathsOf('通讯/issue-54/', {})).toEqual(['通讯/issue-54.pdf'])
    expect(pathsOf('通知.md', {})).toEqual(['通知.pdf'])
  })

  it('lie in --out-dir', () => {
    expect(pathsOf('通讯/issue-54', { outDir: '印' })).toEqual(['印/issue-54.pdf'])
  })

  it('have the name of -o', () => {
    expect(pathsOf('issue-54', { output: '印/第54期.PDF' })).toEqual(['印/第54期.PDF'])
  })
})
