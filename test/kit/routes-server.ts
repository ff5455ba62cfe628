import type { IncomingMessage, RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** Response for a path: a body with status 200, or a request listener. */
export type Route = string | Uint8Array | RequestListener

/** Starts a local server that records requests. It is closed after the last test of the file. */
export async function routesServer(routes: Record<string, Route>) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    const route = routes[request.url ?? '']
    if (typeof route === 'function') route(request, response)
    else if (route === undefined) response.writeHead(404).end('no such page')
    else response.end(route)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, origin: `http://127.0.0.1:${port}`, asked }
}

/** A route that redirects. */
export const redirectTo =
  (location: string): RequestListener =>
  (_, response) =>
    void response.writeHead(302, { location }).end()
