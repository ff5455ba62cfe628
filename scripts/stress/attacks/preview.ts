import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { previewing } from '../../../test/kit/preview.js'
import { peakOf } from '../run.js'
import { article, type Outcome } from './attack.js'
import { type Canary, writeFiles } from './canary.js'

interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Attacks a running preview over the network; it may answer nobody but its own page. */
export async function attackPreview(canary: Canary): Promise<Outcome[]> {
  const aim = await canary.aim('preview-')
  const folder = join(canary.folder, 'issues/preview')
  const log = join(folder, 'opened')
  await writeFiles(folder, {
    '01.md': article('题', '正文。'),
    code: `#!/bin/sh\necho "$@" >> '${log}'\n`,
  })
  await chmod(join(folder, 'code'), 0o755)
  const preview = await previewing([folder, '--no-open', '--editor', join(folder, 'code')])
  const address = new URL(preview.address)
  const { host, pathname: base, port } = address
  const ask = ({ path, method = 'GET', headers = {}, body }: Asked) =>
    new Promise<Answer>((resolve) => {
      const gone = () => resolve({ status: 0, headers: {}, body: '' })
      const asking = request(
        { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, timeout: 5000 },
        (answer) => {
          let text = ''
          answer.on('data', (piece) => {
            text += String(piece)
            if (/^text\/event-stream/.test(String(answer.headers['content-type']))) answer.destroy()
          })
          answer
            .on('error', gone)
            .on('close', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
            )
        },
      )
      asking.on('error', gone).on('timeout', () => asking.destroy())
      asking.end(body)
    })
  const raw = async (text: string): Promise<string> => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (piece) => {
      answer += String(piece)
    })
    socket.on('error', () => {})
    socket.write(text)
    const timer = setTimeout(() => socket.destroy(), 1500)
    await new Promise((resolve) => socket.on('close', resolve))
    clearTimeout(timer)
    return answer
  }
  const entered = await ask({ path: base + address.search })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  const events = await ask({ path: `${base}events`, headers: { cookie } })
  const key = /"key":"(\w+)"/.exec(events.body)?.[1] ?? ''
  const origin = `http://${host}`
  const place = JSON.stringify({ file: '/etc/passwd', line: 1, column: 1 })
  const outcomes: Outcome[] = []
  const judge = (name: string, holes: (string | false)[]) =>
    outcomes.push({
      name: `预览：${name}`,
      saw: '拒绝',
      holes: [
        ...holes.filter((one) => one !== false),
        ...canary.tracesOf(aim),
        ...(existsSync(log) ? ['打开了编辑器'] : []),
      ],
    })
  const refused = async (name: string, asked: readonly Asked[], allowed = [403, 400, 0]) => {
    const answers = await Promise.all(asked.map(ask))
    judge(
      name,
      answers.map(
        ({ status }, index) => !allowed.includes(status) && `${asked[index]?.path} ${status}`,
      ),
    )
  }
  try {
    await refused('没有 token、cookie 错', [
      { path: base },
      { path: `${base}edition-1.pdf` },
      { path: `${base}events`, headers: { cookie: 'bulletin=x' } },
      { path: `${base}?token=${'0'.repeat(32)}` },
      { path: `${base}?token=` },
      { path: `${base}?token[]=a&token=b` },
      { path: `${base}edition-1.pdf${address.search}` },
    ])
    await refused(
      '改绑的主机名（DNS rebinding）',
      [
        'evil.example',
        `evil.example:${port}`,
        '127.0.0.1',
        `127.0.0.1.evil.example:${port}`,
        `${host}@evil`,
      ].map((name) => ({ path: base + address.search, headers: { host: name, cookie } })),
    )
    await refused(
      '别的来源（Origin、Sec-Fetch-Site）',
      (
        [
          ['origin', 'https://evil.example'],
          ['origin', 'null'],
          ['origin', `http://127.0.0.1:${Number(port) + 1}`],
          ['origin', `https://${host}`],
          ['sec-fetch-site', 'cross-site'],
          ['sec-fetch-site', 'same-site'],
        ] as const
      ).map(([header, value]) => ({
        path: `${base}edition-1.pdf`,
        headers: { cookie, [header]: value },
      })),
    )
    await refused(
      '跨站请求伪造（CSRF）',
      [
        { path: `${base}open`, method: 'POST', body: place, headers: { cookie } },
        { path: `${base}open`, method: 'POST', body: place, headers: { cookie, origin } },
        {
          path: `${base}open`,
          method: 'POST',
          body: place,
          headers: { cookie, origin: 'null', 'x-bulletin-key': key },
        },
        {
          path: `${base}open`,
          method: 'POST',
          body: place,
          headers: { cookie, 'x-bulletin-key': key },
        },
        { path: `${base}open`, body: place, headers: { cookie } },
        { path: `${base}open?_method=POST`, headers: { cookie, 'x-http-method-override': 'POST' } },
      ],
      [403, 404],
    )
    await refused(
      '路径穿越',
      [
        '../../etc/passwd',
        '..%2f..%2fetc/passwd',
        '%2e%2e/%2e%2e/etc/passwd',
        '..\\..\\x',
        '/etc/passwd',
        'edition-1.pdf/../../x',
        'a%00.pdf',
        '....//....//x',
        `../${base.slice(1)}../x`,
      ].map((path) => ({ path: base + path, headers: { cookie } })),
    )
    await refused(
      '别的文件',
      [
        '01.md',
        'bulletin.yaml',
        'edition-0.pdf',
        'edition-99.pdf',
        '__proto__',
        'constructor',
        'style.css.map',
      ].map((path) => ({ path: base + path, headers: { cookie } })),
      [403, 404],
    )
    await refused(
      '别的方法',
      ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'HEAD', 'PROPFIND'].map((method) => ({
        path: `${base}edition-1.pdf`,
        method,
        headers: { cookie },
      })),
    )
    const opening = (body: string | Buffer) =>
      ask({
        path: `${base}open`,
        method: 'POST',
        body,
        headers: { cookie, origin, 'x-bulletin-key': key, 'content-type': 'application/json' },
      })
    const files = [
      '/etc/passwd',
      '../code',
      'code',
      '__proto__',
      'constructor',
      '01.md\u0000',
      '--wait',
    ]
    const opened = await Promise.all(
      files.map((file) => opening(JSON.stringify({ file, line: 1, column: 1 }))),
    )
    judge(
      '让编辑器打开别的文件',
      opened.map(({ body }, index) => body !== '{"opened":false}' && `${files[index]} ${body}`),
    )
    const before = peakOf(preview.pid)
    const bodies = ['{', '[]', 'null', '1e999', '[{}]', '"'.repeat(9000)]
    const odd = await Promise.all(bodies.map(opening))
    await Promise.all(Array.from({ length: 8 }, () => opening(Buffer.alloc(20e6, 97))))
    judge('巨大的、不是 JSON 的请求', [
      ...odd.map(({ body, status }) => body !== '{"opened":false}' && `${status} ${body}`),
      peakOf(preview.pid) - before > 150 && `多用了 ${Math.round(peakOf(preview.pid) - before)} MB`,
    ])
    const odds = await Promise.all([
      raw(
        `GET ${base}edition-1.pdf HTTP/1.1\r\nHost: ${host}\r\nHost: evil\r\nCookie: ${cookie}\r\nOrigin: http://evil\r\n\r\n`,
      ),
      raw(
        `GET http://${host}${base}edition-1.pdf HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`,
      ),
      raw(`GET ${base}edition-1.pdf HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`),
      raw(
        `GET ${base} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      ),
      raw(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
      raw(
        `POST ${base}open HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET ${base} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      ),
      raw(`GET ${base}${'a'.repeat(100_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
      raw(`GET ${base}${address.search} HTTP/1.1\r\nHost:\r\nCookie: ${cookie}\r\n\r\n`),
      raw('\u0000\u0001\u0002\r\n\r\n'),
    ])
    judge(
      '歪的 HTTP：两个 Host、绝对地址、请求走私、Upgrade、CONNECT',
      odds.map((answer) => /^HTTP\/1\.[01] (?:2|3)/.test(answer) && answer.slice(0, 60)),
    )
    const page = await ask({ path: base, headers: { cookie } })
    const policy = String(page.headers['content-security-policy'])
    judge('token 从 Referer、地址、缓存漏出去；被别的页面套住', [
      entered.status !== 303 && `${entered.status}`,
      String(entered.headers.location).includes('token') && '地址里还有 token',
      page.headers['referrer-policy'] !== 'no-referrer' && '没有 no-referrer',
      page.headers['cache-control'] !== 'no-store' && '没有 no-store',
      page.headers['x-frame-options'] !== 'DENY' && '可以被套住',
      !policy.includes("frame-ancestors 'none'") && 'CSP 没有 frame-ancestors',
      page.body.includes(address.searchParams.get('token') ?? '-') && '页面里有 token',
      !/HttpOnly; SameSite=Strict/.test(String(entered.headers['set-cookie'])) && 'cookie',
    ])
    const still = await ask({ path: `${base}edition-1.pdf`, headers: { cookie } })
    judge('最后还在答自己的页面', [still.status !== 200 && `${still.status}`])
  } finally {
    await preview.stop()
  }
  return outcomes
}
