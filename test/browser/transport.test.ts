import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pipeTransport } from '../../src/browser/transport.js'

describe('the pipe to the browser', () => {
  it('hears the same messages however the bytes are cut', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')))
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), async (messages, size) => {
        const fromBrowser = new PassThrough()
        const transport = pipeTransport(new PassThrough(), fromBrowser)
        const heard: string[] = []
        transport.onmessage = (message) => heard.push(message)
        const bytes = Buffer.from(messages.map((message) => `${message}\0`).join(''))
        for (let at = 0; at < bytes.length; at += size) {
          fromBrowser.write(bytes.subarray(at, at + size))
        }
        while (fromBrowser.readableLength > 0) await wait(0)
        await wait(0)
        await wait(0)
        expect(heard).toEqual(messages.map((message) => Buffer.from(message).toString('utf8')))
        transport.close()
      }),
      { numRuns: 50 },
    )
  })

  it('says once that it is closed, and swallows what is said afterwards', async () => {
    const fromBrowser = new PassThrough()
    const transport = pipeTransport(new PassThrough(), fromBrowser)
    let closed = 0
    transport.onclose = () => {
      closed += 1
    }
    fromBrowser.destroy()
    await wait(0)
    transport.close()
    transport.send('{}')
    expect(closed).toBe(1)
  })
})
