import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { runFetch } from '../../src/cli/commands/fetch.js'
import { terminal } from '../../src/cli/terminal.js'
import type { Resolve } from '../../src/engine/fetch/index.js'
import { drawing, photo } from '../kit/pictures.js'
import { bulletin, start } from '../kit/program.js'
import { type Route, redirectTo, routesServer } from '../kit/routes-server.js'
import { type Files, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('fetch')
const routes: Record<string, Route> = {}
let server: Awaited<ReturnType<typeof routesServer>>
let png: Buffer

beforeAll(async () => {
  server = await routesServer(routes)
  png = await drawing(40, 30)
  const jpg = await photo({ width: 40, height: 30 })
  Object.assign(routes, {
    '/a.png': png,
    '/b.png': await drawing(50, 30),
    // Recognised by content, regardless of the name.
    '/named.gif': jpg,
    '/640?wx_fmt=png': png,
    '/packed.png': ((_, response) =>
      void response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(png))) satisfies RequestListener,
    '/away': redirectTo('/a.png'),
    '/round': redirectTo('/round'),
    '/out': redirectTo('file:///etc/passwd'),
    '/page.png': '<!doctype html><title>404</title>',
    '/text.png': 'hello',
    '/cut.png': png.subarray(0, png.length - 20),
    '/large.png': Buffer.alloc(1_200_000),
    '/bomb.png': ((_, response) =>
      void response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(3_000_000)))) satisfies RequestListener,
    '/never.png': (() => {}) satisfies RequestListener,
    '/dribble.png': ((_, response) => {
      response.write('x')
    }) satisfies RequestListener,
    '/vector.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    '/bad.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  })
})

let issues = 0
/** Writes an issue; `SERVER` in a text is replaced by the server's address. */
function issueOf(files: Files): string {
  const name = `issue-${++issues}`
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content.replaceAll('SERVER', server.origin) : content,
  ])
  writeFiles(join(folder, name), Object.fromEntries(texts))
  return name
}

const article = (body: string) => `---\n标题: 一篇\n栏目: 要闻\n---\n\n${body}\n`
const textOf = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
const picturesOf = (issue: string) =>
  existsSync(join(folder, issue, 'images')) ? readdirSync(join(folder, issue, 'images')).sort() : []

const usual = {
  dryRun: false,
  maxSize: 1,
  maxTotal: 100,
  timeout: 60,
  allowPrivate: true,
  json: true,
  quiet: false,
  color: false,
}

/** Runs the command in this process; returns its report, exit code and output. */
async function fetchIn(
  issue: string,
  flags: Partial<typeof usual> = {},
  resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }],
) {
  const said: string[] = []
  const stream = { write: (text: string) => said.push(text) > 0 } as unknown as NodeJS.WriteStream
  const code = await runFetch(
    [issue],
    { ...usual, ...flags },
    {
      cwd: folder,
      terminal: terminal({ stdout: stream, stderr: stream, color: false }),
      showStatus: (_, text) => void said.push(text),
      resolve,
      signal: new AbortController().signal,
    },
  )
  const text = said.join('')
  return { code, text, report: usual.json && (flags.json ?? true) ? JSON.parse(text) : undefined }
}

describe('bulletin fetch', () => {
  it('fetches what every article links to, once, and changes the links', async () => {
    const body =
      '![甲](SERVER/a.png)\n\n<img src="SERVER/named.gif">\n\n![乙][b]\n\n[b]: SERVER/b.png'
    const issue = issueOf({
      'bulletin.yaml': '刊名: 甲\n封面: SERVER/b.png\n',
      '01.md': article(body),
      '子/02.md': `\ufeff${article('![丙](SERVER/a.png)').replaceAll('\n', '\r\n')}`,
      '03.md': article(
        '![](SERVER/640?wx_fmt=png) ![](SERVER/packed.png) ![](SERVER/away) ![](SERVER/vector.svg)',
      ),
      '04.md': article('没有图片。'),
    })
    const asked = server.asked.length
    const { code, report } = await fetchIn(issue)
    expect(code).toBe(0)
    expect(server.asked.slice(asked).filter(({ url }) => url === '/b.png')).toHaveLength(1)
    expect(server.asked.at(-1)?.headers).not.toHaveProperty('cookie')
    const names = picturesOf(issue)
    const nameOf = (stem: string) => names.find((name) => name.startsWith(stem)) ?? 'none'
    expect(names).toHaveLength(7)
    expect(textOf(issue, '01.md')).toBe(
      article(
        `![甲](images/${nameOf('a-')})\n\n<img src="images/${nameOf('named')}">\n\n![乙][b]\n\n[b]: images/${nameOf('b-')}`,
      ),
    )
    expect(nameOf('named')).toMatch(/\.jpg$/)
    expect(nameOf('640')).toMatch(/\.png$/)
    expect(textOf(issue, '子/02.md')).toBe(
      `\ufeff${article(`![丙](../images/${nameOf('a-')})`).replaceAll('\n', '\r\n')}`,
    )
    expect(textOf(issue, 'bulletin.yaml')).toBe(`刊名: 甲\n封面: images/${nameOf('b-')}\n`)
    expect(report.rewritten).toHaveLength(4)
    expect(readFileSync(join(folder, issue, 'images', nameOf('packed')))).toEqual(png)
    // A second run has nothing to do.
    expect((await fetchIn(issue)).report.pictures).toEqual([])
  })

  it('keeps the link of what it cannot fetch, says why, and exits with 1', async () => {
    const trouble: [path: string, reason: RegExp][] = [
      ['SERVER/gone.png', /404/],
      ['SERVER/page.png', /网页/],
      ['SERVER/text.png', /不是图片/],
      ['SERVER/cut.png', /不完整/],
      ['SERVER/large.png', /1 MB/],
      ['SERVER/bomb.png', /1 MB/],
      ['SERVER/bad.svg', /script/],
      ['SERVER/round', /转了 5 次/],
      ['SERVER/out', /不是 http/],
      ['http://u:p@127.0.0.1/a.png', /密码/],
      ['http://127.0.0.1:1/a.png', /不接受/],
    ]
    const lines = trouble.map(([url]) => `![图](${url})`)
    const issue = issueOf({ '01.md': article(`![图](SERVER/a.png)\n\n${lines.join('\n\n')}`) })
    const before = textOf(issue, '01.md')
    const { code, report } = await fetchIn(issue)
    expect(code).toBe(1)
    const after = textOf(issue, '01.md')
    expect(after).toBe(before.replace(`${server.origin}/a.png`, `images/${picturesOf(issue)[0]}`))
    expect(picturesOf(issue)).toHaveLength(1)
    for (const [index, [, reason]] of trouble.entries()) {
      expect(report.pictures[index + 1].trouble.reason).toMatch(reason)
      expect(report.pictures[index + 1].places[0].at.line).toBe(8 + 2 * index)
    }
  })

  it('gives up after the time that one picture has', async () => {
    const issue = issueOf({
      '01.md': article('![](SERVER/never.png) ![](SERVER/dribble.png) ![](SERVER/a.png)'),
    })
    const { code, report } = await fetchIn(issue, { timeout: 1 })
    expect(code).toBe(1)
    expect(
      report.pictures.map((one: { trouble?: { reason: string } }) => one.trouble?.reason),
    ).toEqual(['1 秒还没有下载完', '1 秒还没有下载完', undefined])
  })

  it('says so when nothing at all can be reached', async () => {
    const issue = issueOf({ '01.md': article('![](http://a.test/1.png) ![](http://b.test/2.png)') })
    const offline: Resolve = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' })
    }
    const { code, text } = await fetchIn(issue, { json: false }, offline)
    expect(code).toBe(3)
    expect(text).toMatch(/一张图片也没有连上/)
  })

  it('stops at the size that all together may have', async () => {
    routes['/x.png'] = routes['/y.png'] = Buffer.alloc(700_000)
    const issue = issueOf({ '01.md': article('![](SERVER/x.png) ![](SERVER/y.png)') })
    const { report } = await fetchIn(issue, { maxTotal: 1 })
    const reasons = report.pictures.map(
      (one: { trouble: { reason: string } }) => one.trouble.reason,
    )
    expect(reasons.join()).toMatch(/合起来/)
  })

  it('names what cannot be changed: GBK, settings that all issues share', async () => {
    const gbk = Buffer.concat([
      Buffer.from('---\ntitle: a\n---\n'),
      Buffer.from([0xb3, 0xc7]),
      Buffer.from(`![](${server.origin}/a.png)`),
    ])
    const issue = issueOf({ '01.md': gbk, '02.md': article('![](SERVER/b.png)') })
    const { code, report } = await fetchIn(issue)
    expect(code).toBe(1)
    expect(report.untouched).toMatchObject([{ file: `${issue}/01.md` }])
    expect(readFileSync(join(folder, issue, '01.md'))).toEqual(gbk)
    expect(report.rewritten).toEqual([`${issue}/02.md`])
    expect(report.pictures).toHaveLength(1)
  })

  it('writes no picture out of the issue', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)') })
    writeFiles(join(folder, 'elsewhere'), { 'x.txt': '' })
    symlinkSync(join(folder, 'elsewhere'), join(folder, issue, 'images'))
    await expect(fetchIn(issue)).rejects.toThrow('文件夹之外')
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['x.txt'])
  })

  it('does not load again what a run that was broken off has kept', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)') })
    const before = textOf(issue, '01.md')
    await fetchIn(issue)
    const after = textOf(issue, '01.md')
    writeFileSync(join(folder, issue, '01.md'), before)
    const asked = server.asked.length
    await fetchIn(issue)
    expect(server.asked).toHaveLength(asked)
    expect(textOf(issue, '01.md')).toBe(after)
    // A truncated picture counts as missing.
    const [name = ''] = picturesOf(issue)
    writeFileSync(join(folder, issue, 'images', name), png.subarray(0, 60))
    writeFileSync(join(folder, issue, '01.md'), before)
    await fetchIn(issue)
    expect(readFileSync(join(folder, issue, 'images', name))).toEqual(png)
  })

  it('lists with --dry-run, asks nobody and changes nothing', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)\n\n![](http://u:p@a.cn/b.png)') })
    const before = textOf(issue, '01.md')
    const asked = server.asked.length
    const { code, text } = await fetchIn(issue, { dryRun: true, json: false })
    expect(code).toBe(1)
    expect(text).toContain(`${issue}/01.md:6:1  ${server.origin}/a.png  →  images/a-`)
    expect(text).toMatch(/01\.md:8:1 .*不能下载/)
    expect(text).toMatch(/会下载 1 张图片/)
    expect(server.asked).toHaveLength(asked)
    expect(textOf(issue, '01.md')).toBe(before)
    expect(picturesOf(issue)).toEqual([])
  })
})

describe('without --allow-private', () => {
  const refused = async (url: string, resolve?: Resolve) => {
    const issue = issueOf({ '01.md': article(`![](${url})`) })
    const asked = server.asked.length
    const { code, report } = await fetchIn(issue, { allowPrivate: false }, resolve)
    expect(report.pictures[0].trouble.reason).toMatch(/内部网络/)
    expect(code).toBe(1)
    return server.asked.length - asked
  }

  it.each([
    '127.0.0.1',
    '0x7f000001',
    '2130706433',
    '127.1',
    '0',
    '[::1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
  ])('does not ask %s', async (host) => {
    expect(await refused(`http://${host}:${server.port}/a.png`)).toBe(0)
  })

  it('does not ask a name that means an address of this machine', async () => {
    expect(await refused(`http://pictures.test:${server.port}/a.png`)).toBe(0)
    const several: Resolve = async () => [
      { address: '10.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]
    expect(await refused(`http://pictures.test:${server.port}/a.png`, several)).toBe(0)
  })
})

describe('a name', () => {
  it('is looked up once, and the answer is what is connected to', async () => {
    const issue = issueOf({ '01.md': article(`![](http://pictures.test:${server.port}/a.png)`) })
    let times = 0
    const { code } = await fetchIn(issue, {}, async () => {
      times += 1
      return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    })
    expect([code, times]).toEqual([0, 1])
  })
})

describe('redirects', () => {
  it('are checked like the first address', async () => {
    // The first host is allowed by name, but redirects to one that is not.
    const { openDownloads } = await import('../../src/engine/fetch/download.js')
    const asked: string[] = []
    routes['/inward'] = redirectTo(`http://inside.test:${server.port}/a.png`)
    const downloads = openDownloads({
      limits: { file: 1e6, total: 1e6, time: 60_000 },
      allowPrivate: true,
      signal: new AbortController().signal,
      async resolve(host) {
        asked.push(host)
        if (host === 'inside.test') throw Object.assign(new Error(), { code: 'ENOTFOUND' })
        return [{ address: '127.0.0.1', family: 4 }]
      },
    })
    const first = new URL(`http://outside.test:${server.port}/inward`)
    await expect(downloads.download(first)).rejects.toThrow('没有这个网站')
    expect(asked).toEqual(['outside.test', 'inside.test'])
    downloads.close()
  })
})

describe('the program', () => {
  const shape = (text: string) =>
    text.replaceAll(server.origin, 'SERVER').replace(/-[0-9a-f]{8}/g, '-N')

  it('says each picture in a line, and a last one', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)') })
    const { code, stdout, stderr } = await bulletin(['fetch', issue, '--allow-private'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    expect(stdout).toBe('')
    expect(shape(stderr)).toBe(
      '[1/1] images/a-N.png（1 KB） ← SERVER/a.png\n下载了 1 张图片；改了 1 个文件里的链接。\n',
    )
  })

  it('refuses this machine unless it is told, and says one reason once', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)\n\n![](SERVER/%E5%9B%BE.png)') })
    const { code, stderr } = await bulletin(['fetch', issue, '--quiet'], { cwd: folder })
    expect(code).toBe(1)
    expect(shape(stderr)).toBe(
      [
        `${issue}/01.md:6:1  错误  SERVER/a.png`,
        `${issue}/01.md:8:1  错误  SERVER/图.png`,
        '  没有下载：“127.0.0.1”是本机或内部网络的地址。',
        '  改法：确实要从内部网络下载，就加上 --allow-private。',
        '\n',
      ].join('\n'),
    )
  })

  it.each([
    [['fetch'], /改法：写上文件夹/],
    [['fetch', 'nowhere'], /nowhere/],
    [['fetch', '.', '--max-size', '0'], /改法：/],
    [['fetsh', '.'], /改成 fetch/],
  ])('%j is wrong usage', async (words, said) => {
    const { code, stderr } = await bulletin(words, { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toMatch(said)
  })

  it('leaves the sources as they are when it is interrupted', async () => {
    const issue = issueOf({ '01.md': article('![](SERVER/a.png)\n\n![](SERVER/never.png)') })
    const before = textOf(issue, '01.md')
    const child = start(['fetch', issue, '--allow-private'], { cwd: folder })
    const ended = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => child.stderr.once('data', resolve))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(textOf(issue, '01.md')).toBe(before)
    expect(picturesOf(issue)).toHaveLength(1)
  })
})
