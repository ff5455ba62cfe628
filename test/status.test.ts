import { describe, expect, it } from 'vitest'
import { statusOn } from '../src/cli/status.js'

/** A screen of 20 columns that shows what is written to it: enough of a terminal for our few codes. */
function screen(rows = 24) {
  let lines = ['']
  return {
    columns: 20,
    rows,
    write(text: string) {
      for (const [part] of text.matchAll(/\u001b\[\d*[AJ]|\r|\n|[^\u001b\r\n]+/g)) {
        const up = /^\u001b\[(\d+)A$/.exec(part)?.[1]
        if (up !== undefined) lines = lines.slice(0, lines.length - 1 - Number(up))
        if (part.endsWith('A')) lines.push('')
        else if (part === '\n') lines.push('')
        else if (part !== '\r' && !part.endsWith('J'))
          lines = [...lines.slice(0, -1), ...wrapped(part)]
      }
    },
    shown: () => lines.join('\n').trimEnd(),
  }
}

/** Full-width characters alone: ten to a row. */
const wrapped = (text: string) => text.match(/.{1,10}/gu) ?? ['']

describe('the status on a screen', () => {
  it('is replaced by what is true now, wrapped lines and all', () => {
    const terminal = screen()
    const show = statusOn(terminal, true)
    show('甲', '错误在这里错误在这里错误在这里\n没有生成')
    show('甲', '已改好')
    expect(terminal.shown()).toBe('已改好')
  })

  it('stays for other issues', () => {
    const terminal = screen()
    const show = statusOn(terminal, true)
    show('甲', '甲有错误')
    show('乙', '乙已生成')
    show('甲', '甲已改好')
    expect(terminal.shown()).toBe('甲已改好\n乙已生成')
  })

  it('is left where it has scrolled out of reach', () => {
    const terminal = screen(2)
    const show = statusOn(terminal, true)
    show('甲', '一\n二\n三')
    show('甲', '已改好')
    expect(terminal.shown()).toBe('一\n二\n三\n已改好')
  })

  it('comes line after line, without codes, where nobody looks', () => {
    const terminal = screen()
    const show = statusOn(terminal, false)
    show('甲', '甲有错误')
    show('甲', '')
    show('甲', '甲已改好')
    expect(terminal.shown()).toBe('甲有错误\n甲已改好')
  })
})
