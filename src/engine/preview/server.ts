import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Fault } from '../../model/fault.js'
import type { EditionAhead } from '../../model/preview.js'
import { isLoopback, namesOf, withPort } from './addresses.js'
import { beginEvents, enter, pageFile, refuse, send, sendJson } from './answers.js'
import { followers } from './events.js'
import type { Gate } from './gate.js'
import { verdictOn } from './gate.js'
import type { PlaceToOpen } from './posted.js'
import { placeIn, viewIn } from './posted.js'
import type { PreviewSession } from './session.js'

export interface PreviewServer {
  /** The address to open, with the secret token. */
  address: string
  /** Sends the session's newest state to every browser. */
  tell(): void
  /** Sends pages to the browsers that look at one of them. */
  tellAhead(edition: EditionAhead): void
  /** The pages in the windows of all browsers, by number. */
  inView(): number[]
  close(): Promise<void>
}

interface ServerOptions {
  /** Address to listen on. */
  host: string
  /** 0 for any free one. */
  port: number
  session: Pick<PreviewSession, 'state' | 'edition' | 'sourceOf'>
  /** Opens a source in the editor; resolves to whether that worked. */
  open: (place: PlaceToOpen) => Promise<boolean>
}

/** `edition-7.json`, `edition-7.pdf`, or `edition-7-pages-3-4.pdf`: of pages 3 and 4 alone. */
const editionPath = /^edition-(\d{1,9})(?:-pages-(\d{1,6}(?:-\d{1,6}){0,19}))?\.(json|pdf)$/

/** The name that a follower gives itself: `events?as=…`. */
const followerIn = (url: string) => new URLSearchParams(url.split('?')[1]).get('as') ?? undefined

const secret = () => randomBytes(16).toString('hex')

/**
 * Serves the pages of a preview: the page itself, the newest edition, the state as server-sent
 * events, and one request that does something, to open the editor.
 *
 * @throws Fault when the address is not free.
 */
export async function servePreview(options: ServerOptions): Promise<PreviewServer> {
  const { host, session, open } = options
  const following = followers(() => JSON.stringify(session.state()))
  const server = createServer((request, response) => {
    response.on('error', () => {})
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(options.port, host)
  await once(server, 'listening').catch((error) => {
    throw notListening(error, options)
  })
  const { port } = server.address() as AddressInfo
  const names = namesOf(host)
  const gate: Gate = {
    hosts: new Set(names.map((name) => withPort(name, port))),
    base: `/${randomBytes(4).toString('hex')}/`,
    token: secret(),
    // Cookies are shared by all ports of a host: the name and the path keep two previews apart.
    cookie: { name: `bulletin-${port}`, value: secret() },
    key: session.state().key,
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const verdict = verdictOn(gate, { method, url, headers })
    if (verdict.kind === 'refused') return refuse(response, 403)
    if (verdict.kind === 'enter') return enter(response, gate)
    const { path } = verdict
    const isHere = isLoopback(request.socket.remoteAddress ?? '')
    if (path === 'open') {
      const place = await placeIn(request)
      const file = place && session.sourceOf(place.file)
      // Who looks from another machine would open windows on this one.
      const opened = isHere && place && file !== undefined && (await open({ ...place, file }))
      return sendJson(response, { opened: opened === true })
    }
    if (path === 'events') {
      beginEvents(response)
      return following.add(response, followerIn(url))
    }
    if (path === 'view') {
      const view = await viewIn(request)
      if (view) following.look(view.follower, view.pages)
      return sendJson(response, {})
    }
    const [, number, pages, type] = editionPath.exec(path) ?? []
    const edition = number === undefined ? undefined : session.edition(Number(number))
    if (edition && type === 'json')
      return send(response, { type: 'application/json', body: edition.json })
    if (edition) {
      const body = pages === undefined ? edition.pdf : edition.pdfOf(pages.split('-').map(Number))
      return send(response, { type: 'application/pdf', body })
    }
    const file = await pageFile(path)
    return file ? send(response, file) : refuse(response, 404)
  }

  return {
    address: `http://${withPort(names[0] ?? host, port)}${gate.base}?token=${gate.token}`,
    tell: following.tell,
    tellAhead: following.tellAhead,
    inView: following.inView,
    async close() {
      following.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function notListening({ code }: NodeJS.ErrnoException, { host, port }: ServerOptions): Fault {
  if (code === 'EADDRINUSE')
    return new Fault(
      'environment',
      `端口 ${port} 已经有别的程序在用。`,
      '换一个，或者不写 --port。',
    )
  if (code === 'EACCES')
    return new Fault('environment', `没有权限用端口 ${port}。`, '用 1024 以上的，或者不写 --port。')
  return new Fault(
    'usage',
    `这台电脑没有“${host}”这个地址。`,
    '--host 写这台电脑自己的地址，或者 0.0.0.0（全部）。',
  )
}
