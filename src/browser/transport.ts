import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'

const END = 0

/**
 * Talks to a browser over its two pipes: JSON messages, each ended by a zero byte. Text is decoded
 * only once a message is whole, so a character cut in two by a chunk survives; a slow reader is
 * waited for by the streams themselves.
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

  // Each message in a turn of its own, as from a socket: the work that one sets off is done
  // before the next is heard.
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
  // A pipe breaks when the browser dies; whoever started it knows more about that.
  for (const pipe of [toBrowser, fromBrowser]) {
    pipe.on('error', () => transport.close())
    pipe.on('close', () => transport.close())
  }
  return transport
}
