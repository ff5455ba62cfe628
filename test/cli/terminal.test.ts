import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { terminal } from '../../src/cli/terminal.js'

/** What a terminal shows of a text. */
function shown(text: string, { color = false } = {}): string {
  const stream = new PassThrough()
  const { say } = terminal({ stdout: stream, stderr: stream, color })
  say(text)
  return String(stream.read()).replace(/\n$/, '')
}

describe('a text that quotes an article', () => {
  it.each([
    ['a colour', '题\u001b[31m目', '题\\u001b[31m目'],
    ['the title of the window', '\u001b]0;标题\u0007', '\\u001b]0;标题\\u0007'],
    ['a sequence that begins with one C1 character', '\u009b2J', '\\u009b2J'],
    ['an erased line', '错误\r好的', '错误\\u000d好的'],
    ['a turned order of characters', 'a\u202egpj.exe', 'a\\u202egpj.exe'],
  ])('shows %s and does not do it', (_, written, seen) => {
    expect(shown(written)).toBe(seen)
  })

  it.each([
    ['::error file=a.md::假的', ':\\u003aerror file=a.md::假的'],
    ['警告\n  ::stop-commands::x', '警告\n  :\\u003astop-commands::x'],
    ['一句##[add-mask]字', '一句##\\u005badd-mask]字'],
  ])('is no command of a build server: %s', (written, seen) => {
    expect(shown(written)).toBe(seen)
  })

  it('keeps line ends, tabs and our own colours', () => {
    const text = '\u001b[31m错误\u001b[39m\r\n\t第二行'
    expect(shown(text, { color: true })).toBe(text)
  })

  it('stays the same JSON', () => {
    const value = { title: 'a\u0085\u202e##[error]b\u001b' }
    expect(JSON.parse(shown(JSON.stringify(value)))).toEqual(value)
  })
})
