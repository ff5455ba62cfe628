import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** A way to a local server that can be cut, as a computer's sleep cuts its connections. */
export interface Cable {
  port: number
  cut(): void
  mend(): void
  close(): void
}

/** Lays a cable to a port. */
export async function cableTo(port: number): Promise<Cable> {
  const ends = new Set<Socket>()
  let whole = true
  const server = createServer((from) => {
    if (!whole) return void from.destroy()
    const to = connect(port, '127.0.0.1')
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end
        .on('error', () => {})
        .on('close', () => {
          ends.delete(end)
          other.destroy()
        })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const drop = () => {
    for (const end of ends) end.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false
      drop()
    },
    mend() {
      whole = true
    },
    close() {
      drop()
      server.close()
    },
  }
}
