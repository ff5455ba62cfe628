import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'

const END = 0

/**
 * Makes a transport over a browser's two pipes: JSON messages, each terminated by a zero byte. A
 * message is decoded only when complete, so chunk boundaries may split a character. The streams
 * handle backpressure.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let pieces: Buffer[] = []
  let closed = false

  const transport: ConnectionTransport = {
    send(message) {
      if (!closed) toBrowser.write(`${message}\0`)
    },
    close() {
      if (closed) return
      closed = true
      toBrowser.destroy()
      fromBrowser.destroy()
      transport.onclose?.()
    },
  }

  // Each message is delivered in its own macrotask, as with a socket: promise callbacks of one
  // message run before the next one is delivered.
  const deliver = (message: string) =>
    setImmediate(() => {
      if (!closed) transport.onmessage?.(message)
    })

  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(END); end !== -1; end = chunk.indexOf(END, start)) {
      pieces.push(chunk.subarray(start, end))
      deliver(Buffer.concat(pieces).toString('utf8'))
      pieces = []
      start = end + 1
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start))
  })
  // A pipe breaks when the browser ends; the reason is in `Running.ended`.
  for (const pipe of [toBrowser, fromBrowser]) {
    pipe.on('error', () => transport.close())
    pipe.on('close', () => transport.close())
  }
  return transport
}
