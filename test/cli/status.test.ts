import { PassThrough } from 'node:stream'
import xterm from '@xterm/headless'
import { describe, expect, it } from 'vitest'
import { liveText } from '../../src/cli/live-text.js'
import { statusOn } from '../../src/cli/status.js'

/** A terminal of 20 columns, and its content including what has scrolled off. */
function screen(rows = 24) {
  const terminal = new xterm.Terminal({ cols: 20, rows, allowProposedApi: true, convertEol: true })
  const stream = Object.assign(new PassThrough(), { columns: 20, rows, isTTY: true })
  let written = ''
  stream.on('data', (bytes: Buffer) => {
    written += bytes.toString()
  })
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    async shown() {
      await new Promise<void>((resolve) => terminal.write(written, resolve))
      const { active } = terminal.buffer
      const lines = Array.from(
        { length: active.length },
        (_, row) => active.getLine(row)?.translateToString(true) ?? '',
      )
      return lines.join('\n').trimEnd()
    },
  }
}

const showOn = (stream: NodeJS.WriteStream) =>
  statusOn({ live: liveText(stream), write: (text) => void stream.write(text) })

describe('the status on a screen', () => {
  it('is replaced by what is true now, wrapped lines and all', async () => {
    const { stream, shown } = screen()
    const show = showOn(stream)
    show('甲', '错误在这里错误在这里错误在这里\n没有生成')
    show('甲', '已改好')
    expect(await shown()).toBe('已改好')
  })

  it('stays for other issues', async () => {
    const { stream, shown } = screen()
    const show = showOn(stream)
    show('甲', '甲有错误')
    show('乙', '乙已生成')
    show('甲', '甲已改好')
    expect(await shown()).toBe('甲已改好\n乙已生成')
  })

  it('is left whole where it is taller than the screen', async () => {
    const { stream, shown } = screen(3)
    const show = showOn(stream)
    show('甲', '一\n二\n三\n四')
    show('甲', '已改好')
    expect(await shown()).toBe('一\n二\n三\n四\n已改好')
  })

  it('comes line after line, without codes, where nobody looks', () => {
    let written = ''
    const show = statusOn({
      write: (text) => {
        written += text
      },
    })
    show('甲', '甲有错误')
    show('甲', '')
    show('甲', '甲已改好')
    expect(written).toBe('甲有错误\n甲已改好\n')
  })
})
