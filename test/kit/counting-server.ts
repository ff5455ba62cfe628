import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts a local server that answers every request and records it. */
export async function countingServer(): Promise<{
  origin: string
  asked: string[]
  close: () => Promise<void>
}> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('LEAKED')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
