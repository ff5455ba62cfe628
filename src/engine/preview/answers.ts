import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { packageRoot } from '../../system/package.js'
import type { Gate } from './gate.js'

/**
 * What the page may load: its own script, style, worker and data. Everything else is forbidden,
 * other sites above all.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const always = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** Sends a body. */
export function send(
  response: ServerResponse,
  { type, body, code = 200 }: { type: string; body: string | Uint8Array; code?: number },
): void {
  response.writeHead(code, { ...always, 'Content-Type': type, 'Content-Length': sizeOf(body) })
  response.end(body)
}

const sizeOf = (body: string | Uint8Array) =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength

export const sendJson = (response: ServerResponse, data: unknown): void =>
  send(response, { type: 'application/json', body: JSON.stringify(data) })

/** Refuses a request; the text is for a person who opened an old address. */
export const refuse = (response: ServerResponse, code: 403 | 404): void =>
  send(response, {
    code,
    type: 'text/plain; charset=utf-8',
    body:
      code === 404
        ? '没有这一项。\n'
        : '打不开：请用 bulletin preview 在终端里打印的地址，连同 token 一起。\n',
  })

/** Sets the cookie and leads to the page, so that the secret leaves the address bar. */
export function enter(response: ServerResponse, { base, cookie }: Gate): void {
  response.writeHead(303, {
    ...always,
    Location: base,
    'Set-Cookie': `${cookie.name}=${cookie.value}; Path=${base}; HttpOnly; SameSite=Strict`,
  })
  response.end()
}

/** Begins a stream of server-sent events. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream' })
  response.flushHeaders()
}

/** The files of the page itself (scripts/bundle-preview.ts), by the path under the base. */
const pageFiles: Readonly<Record<string, { name: string; type: string }>> = {
  '': { name: 'index.html', type: 'text/html; charset=utf-8' },
  'style.css': { name: 'style.css', type: 'text/css; charset=utf-8' },
  'page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
  'worker.js': { name: 'worker.js', type: 'text/javascript; charset=utf-8' },
}

/** Returns a file of the page, or undefined for any other path. */
export async function pageFile(
  path: string,
): Promise<{ type: string; body: Uint8Array } | undefined> {
  const file = Object.hasOwn(pageFiles, path) ? pageFiles[path] : undefined
  if (!file) return undefined
  const body = await readFile(join(packageRoot(), 'dist/preview', file.name))
  return { type: file.type, body }
}
