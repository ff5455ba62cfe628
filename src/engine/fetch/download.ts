import type { IncomingMessage } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { packageVersion } from '../../system/package.js'
import { Unfetched } from './trouble.js'
import type { Resolve } from './web-address.js'
import { addressesOf, isAddress, webAddress } from './web-address.js'

/** Limits of a download. */
export interface Limits {
  /** Most bytes of one picture. */
  file: number
  /** Most bytes of all pictures of a run. */
  total: number
  /** Milliseconds for one picture, from the first connection to the last byte. */
  time: number
}

/** Options of a downloader. */
export interface DownloadOptions {
  limits: Limits
  allowPrivate: boolean
  resolve: Resolve
  signal: AbortSignal
}

/** The most redirects followed for one picture. */
const mostRedirects = 5

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Creates a downloader for http and https with limits. Each host name is resolved once, its
 * addresses are checked, and the connection uses the checked address. This prevents a name from
 * resolving to another address at connection time (DNS rebinding). Every redirect is checked in the
 * same way. No cookies, credentials or proxy are used; behind a proxy the real destination would be
 * unknown.
 */
export function openDownloads({ limits, allowPrivate, resolve, signal }: DownloadOptions) {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  }
  let left = limits.total

  const lookup: LookupFunction = (host, { all }, callback) => {
    addressesOf(host, resolve, allowPrivate).then(
      (found) => {
        const [first] = found
        if (first === undefined) callback(new Error(`no address of ${host}`), '', 0)
        else if (all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, '', 0),
    )
  }

  async function ask(url: URL, timely: AbortSignal): Promise<IncomingMessage> {
    // Node does not call `lookup` when the host is an IP address, so check it here.
    if (isAddress(url.hostname)) await addressesOf(url.hostname, resolve, allowPrivate)
    const secure = url.protocol === 'https:'
    return new Promise((answered, failed) => {
      const request = (secure ? https : http).get(url, {
        agent: agents[secure ? 'https:' : 'http:'],
        lookup,
        signal: timely,
        headers: {
          accept: 'image/*',
          'accept-encoding': 'identity',
          'user-agent': `bulletin/${packageVersion()}`,
        },
      })
      request.on('response', answered).on('error', failed)
    })
  }

  async function follow(start: URL, timely: AbortSignal): Promise<Buffer> {
    let url = start
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const response = await ask(url, timely)
      const { statusCode = 0, headers } = response
      if (statusCode === 200) return await bodyOf(response)
      response.destroy()
      if (!redirects.has(statusCode) || headers.location === undefined) {
        throw new Unfetched(`服务器没有给图片（HTTP ${statusCode}）`, fixOf(statusCode))
      }
      url = webAddress(headers.location, url)
    }
    throw new Unfetched(`转了 ${mostRedirects} 次还没有到`)
  }

  async function bodyOf(response: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = []
    let size = 0
    try {
      if (Number(response.headers['content-length']) > limits.file) throw tooLarge()
      for await (const chunk of decoded(response)) {
        size += chunk.length
        left -= chunk.length
        if (size > limits.file) throw tooLarge()
        if (left < 0) {
          throw new Unfetched(
            `这一次下载的图片合起来超过了 ${megabytes(limits.total)}`,
            '再运行一次接着下载，或用 --max-total 放宽。',
          )
        }
        chunks.push(chunk)
      }
    } finally {
      response.destroy()
    }
    return Buffer.concat(chunks)
  }

  const tooLarge = () =>
    new Unfetched(
      `文件超过了 ${megabytes(limits.file)}`,
      '用 --max-size 放宽，或者另存下来缩小以后放进 images/。',
    )

  return {
    /** @throws {Unfetched} on any failure. */
    async download(url: URL): Promise<Buffer> {
      const late = AbortSignal.timeout(limits.time)
      try {
        return await follow(url, AbortSignal.any([late, signal]))
      } catch (cause) {
        if (cause instanceof Unfetched) throw cause
        if (signal.aborted) throw new Unfetched('中途停止了', '再运行一次接着下载。', { cause })
        if (late.aborted) {
          const seconds = limits.time / 1000
          const hint = '过一会儿再运行一次，或用 --timeout 多等一会儿。'
          throw new Unfetched(`${seconds} 秒还没有下载完`, hint, { cause, unanswered: true })
        }
        throw unreachable(cause)
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/**
 * Decompresses the body. Servers may compress a picture although the request does not allow it; the
 * limits apply to the decompressed size.
 */
function decoded(response: IncomingMessage): Readable {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[response.headers['content-encoding']?.toLowerCase() ?? '']
  if (!unpack) return response
  const unpacked = unpack()
  response.on('error', (error) => unpacked.destroy(error))
  return response.pipe(unpacked)
}

const fixOf = (status: number): string | undefined =>
  status >= 500 || status === 429 ? '过一会儿再运行一次。' : undefined

function unreachable(cause: unknown): Unfetched {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = reasons[code] ?? (/CERT|SSL|TLS|SELF_SIGNED/.test(code) ? certificate : undefined)
  return new Unfetched(reason ?? `连不上（${code || '未知错误'}）`, undefined, {
    cause,
    unanswered: reason !== certificate && code !== 'ECONNRESET',
  })
}

const certificate = '网站的证书不对'

const reasons: Record<string, string> = {
  ENOTFOUND: '没有这个网站，或者没有联网',
  EAI_AGAIN: '查不到这个网站的地址，可能没有联网',
  ECONNREFUSED: '网站不接受连接',
  ENETUNREACH: '没有联网',
  EHOSTUNREACH: '连不上这个网站',
  ETIMEDOUT: '网站没有回应',
  ECONNRESET: '下载到一半断了',
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e5) / 10} MB`
