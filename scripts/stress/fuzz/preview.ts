import { cp, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { previewing } from '../../../test/kit/preview.js'
import { root } from '../root.js'
import { peakOf } from '../run.js'
import { mutatedText } from './mutate.js'
import { type Random, randomFrom } from './random.js'

/** What a running preview gave away, and the most memory that it used, MB. */
export interface PreviewFuzzed {
  /** How often each status was answered; 0 for a connection that was closed without one. */
  statuses: Map<number, number>
  failures: { seed: number; trouble: string }[]
  memory: number
}

/** Milliseconds after which an answer is not waited for: events never end. */
const patience = 300
/** So often an unchanged request must be answered, within so many milliseconds. */
const proof = { every: 50, within: 20_000 }

/** What a request needs to be let in. */
interface Secrets {
  host: string
  base: string
  token: string
  cookie: string
  key: string
}

/**
 * Sends requests to a running preview whose lines and bodies are changed at random. Who is answered with
 * 200 must have brought the secret; no answer may be of the kind 5xx or hold a stack; the preview goes on.
 */
export async function fuzzPreview(from: number, to: number): Promise<PreviewFuzzed> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-fuzz-preview-'))
  await cp(join(root, 'fixtures/minimal'), folder, { recursive: true })
  const preview = await previewing([folder, '--no-open', '--editor', 'true'])
  const result: PreviewFuzzed = { statuses: new Map(), failures: [], memory: 0 }
  try {
    const secrets = await secretsOf(preview.address)
    const port = Number(new URL(preview.address).port)
    for (let seed = from; seed < to; seed++) {
      const text = requestOf(secrets, randomFrom(seed))
      const answer = await answerTo(text, port, patience)
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
      result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1)
      const trouble = troubleIn({ text, answer, status }, secrets)
      if (trouble !== undefined) result.failures.push({ seed, trouble })
      if (seed % proof.every !== 0) continue
      const plain = await answerTo(whole(secrets, 'GET', 'edition-1.json'), port, proof.within)
      if (!plain.startsWith('HTTP/1.1 200 ')) {
        result.failures.push({ seed, trouble: `不再回答：${plain.slice(0, 200)}` })
        break
      }
    }
    result.memory = peakOf(preview.pid)
  } finally {
    const { code, stderr } = await preview.stop()
    if (code !== 130 || /\n\s+at /.test(stderr))
      result.failures.push({ seed: to, trouble: `结束于 ${code}：${stderr.slice(-500)}` })
    await rm(folder, { recursive: true })
  }
  return result
}

function troubleIn(
  { text, answer, status }: { text: string; answer: string; status: number },
  { cookie, token }: Secrets,
): string | undefined {
  const asked = JSON.stringify(text.slice(0, 500))
  if (status >= 500 && status !== 505 && status !== 501) return `${status}：${asked}`
  if (/\n\s+at [^\n]*:\d+:\d+/.test(answer)) return `调用栈：${asked}`
  const isKnown = text.includes(cookie) || text.includes(token)
  return status < 400 && status !== 0 && !isKnown ? `放进来了（${status}）：${asked}` : undefined
}

/** Enters as a browser does. */
async function secretsOf(address: string): Promise<Secrets> {
  const { host, pathname: base, searchParams, search } = new URL(address)
  const token = searchParams.get('token') ?? ''
  const entered = await fetch(`http://${host}${base}${search}`, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const own = { host, base, token, cookie, key: '' }
  const port = Number(host.split(':')[1])
  let key = ''
  for (let tries = 0; key === '' && tries < 100; tries++) {
    const events = await answerTo(whole(own, 'GET', 'events'), port, patience)
    if (events.includes('"edition":1')) key = /"key":"(\w+)"/.exec(events)?.[1] ?? ''
  }
  return { ...own, key }
}

const paths = [
  ...['', 'events', 'events?as=a', 'edition-1.json', 'edition-1.pdf', 'edition-1-pages-1.pdf'],
  ...['edition-1-pages-1-2-3.pdf', 'edition-999.pdf', 'open', 'view', 'main.js', 'main.css'],
]
const bodies = [
  '{"file":"1.md","line":1,"column":1}',
  '{"follower":"a","pages":[1,2]}',
  '[]',
  '"',
  `{"file":"${'a/'.repeat(5000)}"}`,
]

/** A request as the preview's own page sends it. */
function whole({ host, base, cookie, key }: Secrets, method: string, path: string, body = '') {
  const headers = [
    `${method} ${base}${path} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${cookie}`,
    `Origin: http://${host}`,
    `X-Bulletin-Key: ${key}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}

/** A request of which a secret may be missing, and which is changed anywhere. */
function requestOf(secrets: Secrets, random: Random): string {
  const method = random.pick(['GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT'])
  const path = random.pick([...paths, `?token=${secrets.token}`, `?token=${'0'.repeat(32)}`])
  const body = mutatedText(random.pick(bodies), random)
  const lacks = random.below(3) === 0 ? { cookie: 'bulletin-1=x' } : {}
  const text = whole({ ...secrets, ...lacks }, method, path, body)
  const head = text.indexOf('\r\n\r\n')
  const lines = text.slice(0, head).split('\r\n')
  const line = random.below(lines.length)
  switch (random.below(4)) {
    case 0:
      return text
    case 1:
      return mutatedText(text.slice(0, head), random) + text.slice(head)
    default: {
      // Most heads with a line break or a control character are refused before anything reads them.
      const changed = mutatedText(lines[line] ?? '', random).replace(/\p{Cc}/gu, '')
      return lines.with(line, changed.slice(0, 6000)).join('\r\n') + text.slice(head)
    }
  }
}

/** What is answered on a new connection until it is closed, or until so many milliseconds are over. */
function answerTo(text: string, port: number, within: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const timer = setTimeout(() => socket.destroy(), within)
    socket.on('data', (piece) => {
      if (answer.length < 100_000) answer += piece.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.end(text)
  })
}
