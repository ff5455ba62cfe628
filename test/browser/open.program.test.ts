import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundledPackage } from '../../src/browser/bundled-package.js'
import {
  assertIntact,
  csp,
  markerId,
  type OpenBrowser,
  openBrowser,
  virtualOrigin,
} from '../../src/browser/index.js'

const root = mkdtempSync(path.join(os.tmpdir(), 'browser-open-'))
const cacheFolder = path.join(root, 'cache')
const temporary = path.join(root, 'tmp')
const before = process.env.TMPDIR
const index = new URL('../../src/browser/index.ts', import.meta.url).href

beforeAll(() => {
  mkdirSync(temporary)
  // The browser's own folders go where we can see whether they go away.
  process.env.TMPDIR = temporary
})
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(root, { recursive: true, force: true })
})

const open = (executable?: string, timeout?: number) =>
  openBrowser({ executable, env: process.env, cacheFolder, timeout })

function script(name: string, lines: string): string {
  const file = path.join(root, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
  return file
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.runIf(process.platform === 'linux')('a browser that does not start', () => {
  const early: [string, string, RegExp, RegExp][] = [
    ['ends at once', 'exit 1', /刚打开就退出/, /--browser/],
    [
      'lacks a library',
      'echo "error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127',
      /libnss3\.so/,
      /apt-get install/,
    ],
    [
      'may not have a sandbox',
      'echo "No usable sandbox!" >&2; exit 1',
      /沙箱/,
      /BULLETIN_NO_SANDBOX/,
    ],
    ['finds the disk full', 'echo "No space left on device" >&2; exit 1', /磁盘满/, /空间/],
    ['closes its pipes and stays', 'exec 3<&- 4>&-; exec sleep 30', /没有回应/, /--browser/],
    ['stays silent', 'exec sleep 30', /没有回应/, /--browser/],
  ]
  it.each(early)('is reported when it %s', async (name, lines, message, hint) => {
    const opening = open(script(name, lines), 500)
    await expect(opening).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
    expect(readdirSync(temporary)).toEqual([])
  })

  it('is reported with its last words as the cause', async () => {
    const error = await open(script('words', 'echo oh dear >&2; exit 3')).catch((e) => e)
    expect(error.cause.message).toContain('oh dear')
  })

  it('is reported when its interpreter is missing', async () => {
    const file = path.join(root, 'orphan')
    writeFileSync(file, '#!/no/such/shell\n', { mode: 0o755 })
    await expect(open(file)).rejects.toMatchObject({ kind: 'environment' })
  })
})

describe('a browser elsewhere', () => {
  it('is reported without its password when it can not be reached', async () => {
    const error = await open('ws://user:secret@127.0.0.1:9/?token=secret').catch((e) => e)
    expect(error).toMatchObject({ kind: 'environment' })
    expect(error.message).toContain('127.0.0.1:9')
    expect(error.message + error.hint).not.toContain('secret')
  })
})

describe.runIf(bundledPackage())('an open browser', () => {
  it('prints, and leaves neither a process nor a file when closed', async () => {
    const browser = await open()
    expect(Number.parseInt(browser.version, 10)).toBeGreaterThanOrEqual(131)
    const page = await browser.newPage()
    await page.setContent(`<p id="${markerId}">你好`)
    const pdf = await browser.during(() => page.pdf())
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(readdirSync(temporary)).toHaveLength(1)
    await browser.close()
    await browser.close()
    expect(readdirSync(temporary)).toEqual([])
    expect(isAlive(browser.pid ?? 0)).toBe(false)
  })

  it.each(['newPage', 'setContent', 'pdf'])(
    'ends the work when it is killed in %s',
    async (step) => {
      const unhandled: unknown[] = []
      const note = (reason: unknown) => unhandled.push(reason)
      process.on('unhandledRejection', note)
      const browser = await open()
      const killed = async <T>(name: string, work: () => Promise<T>) => {
        const working = browser.during(work)
        if (name === step) process.kill(browser.pid ?? 0, 'SIGKILL')
        return working
      }
      const work = async () => {
        const page = await killed('newPage', () => browser.newPage())
        await killed('setContent', () => page.setContent('<p>汉字排版'.repeat(20_000)))
        await killed('pdf', () => page.pdf())
      }
      await expect(work()).rejects.toMatchObject({
        kind: 'environment',
        message: expect.stringContaining('中途退出'),
      })
      await expect(browser.newPage()).rejects.toMatchObject({ kind: 'environment' })
      await browser.close()
      await new Promise((resolve) => setTimeout(resolve, 100))
      process.off('unhandledRejection', note)
      expect(unhandled).toEqual([])
      expect(readdirSync(temporary)).toEqual([])
    },
  )

  it.each([
    ['exits', 'process.exit(0)', 0],
    ['exits as it is closed', 'void b.close(); process.exit(0)', 0],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', 1],
  ])('ends when the program %s', async (_, end, litter) => {
    const options = `{ env: process.env, cacheFolder: ${JSON.stringify(cacheFolder)} }`
    const code = `import(${JSON.stringify(index)}).then((m) => m.openBrowser(${options})).then((b) => { console.log(b.pid); setTimeout(() => { ${end} }, 50) })`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (text) => {
      printed += text
    })
    await once(child, 'close')
    const pid = Number(printed)
    expect(pid).toBeGreaterThan(0)
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
    const left = readdirSync(temporary).filter((name) => name.startsWith('bulletin.'))
    expect(left).toHaveLength(litter)
    // The next browser sweeps what a killed program left.
    await (await open()).close()
    expect(readdirSync(temporary).filter((name) => name.startsWith('bulletin.'))).toEqual([])
  })
})

describe.runIf(bundledPackage() && process.platform === 'linux')(
  'what a killed program left',
  () => {
    it('is gone when the next browser is closed, even what came after its first look', async () => {
      // No process has the number of one that has ended and been waited for.
      const ended = spawn(process.execPath, ['-e', ''])
      await once(ended, 'close')
      const host = createHash('sha1').update(os.hostname()).digest('hex').slice(0, 6)
      const left = path.join(temporary, `bulletin.${host}-${ended.pid}-abcdef`)
      mkdirSync(left)
      const opened = await open()
      while (existsSync(left)) await new Promise((resolve) => setTimeout(resolve, 5))
      // As a browser does that outlives its program for a moment and still writes.
      mkdirSync(path.join(left, 'profile'), { recursive: true })
      await opened.close()
      expect(existsSync(left)).toBe(false)
    })
  },
)

describe.runIf(bundledPackage())('a page', () => {
  let browser: OpenBrowser
  let server: Server
  let asked: (string | undefined)[]
  let address: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url)
      response.end('secret')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await open()
  })
  beforeEach(() => {
    asked = []
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const vectors: [string, (to: string) => string][] = [
    ['an iframe', (to) => `<iframe src="${to}"></iframe>`],
    ['a picture', (to) => `<img src="${to}">`],
    ['an object', (to) => `<object data="${to}"></object><embed src="${to}">`],
    ['a stylesheet', (to) => `<link rel="stylesheet" href="${to}"><style>@import "${to}";</style>`],
    ['a background', (to) => `<style>body{background:url("${to}")}</style>`],
    ['a font', (to) => `<style>@font-face{font-family:x;src:url("${to}")}p{font-family:x}</style>`],
    ['a drawing', (to) => `<svg><image href="${to}"/><use href="${to}#a"/></svg>`],
    [
      'a preload',
      (to) => `<link rel="preload" as="image" href="${to}"><link rel="prefetch" href="${to}">`,
    ],
    ['a film', (to) => `<video src="${to}" poster="${to}"></video>`],
    ['a meta refresh', (to) => `<meta http-equiv="refresh" content="0;url=${to}">`],
    [
      'a script',
      (to) =>
        `<script>fetch("${to}");location="${to}"</script><img src=x onerror="location='${to}'">`,
    ],
  ]
  const policies: [string, string][] = [
    ['with its policy', `<meta http-equiv="Content-Security-Policy" content="${csp}">`],
    ['without its policy', ''],
  ]
  const cases = policies.flatMap(([name, meta]) =>
    vectors.map(([vector, html]) => [vector, name, meta, html] as const),
  )

  it.each(cases)('reaches nothing through %s, %s', async (_, __, meta, html) => {
    for (const to of [`${address}/x`, 'file:///etc/passwd']) {
      const page = await browser.newPage()
      await page.setContent(`${meta}<p id="${markerId}">正文</p>${html(to)}`)
      const frames = page.frames().map((frame) => frame.url())
      expect(frames.filter((url) => /^(http|file)/.test(url))).toEqual([])
      expect(await page.evaluate(() => document.body.textContent)).toMatch(/^正文/)
      await page.pdf()
      await assertIntact(page)
      await page.close()
    }
    expect(asked).toEqual([])
  })

  it('shows the pictures that are handed to it, and no others', async () => {
    const body = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"/>')
    const resources = new Map([[`${virtualOrigin}/a.svg`, { type: 'image/svg+xml', body }]])
    const page = await browser.newPage(resources)
    const data = `data:image/svg+xml;base64,${body.toString('base64')}`
    const sources = [`${virtualOrigin}/a.svg`, `${virtualOrigin}/b.svg`, data]
    const images = sources.map((source) => `<img src="${source}">`).join('')
    await page.setContent(`${policies[0]?.[1]}<p id="${markerId}">${images}`)
    const widths = await page.evaluate(() =>
      [...document.images].map((image) => image.naturalWidth),
    )
    expect(widths).toEqual([8, 0, 8])
    await page.close()
  })

  it('is not intact while a picture that was handed to it is not there', async () => {
    const body = Buffer.from('no picture')
    const address = `${virtualOrigin}/a.jpg`
    const page = await browser.newPage(new Map([[address, { type: 'image/jpeg', body }]]))
    await page.setContent(`<p id="${markerId}"><img src="${address}">`)
    await assertIntact(page)
    await expect(assertIntact(page, [address])).rejects.toThrow(address)
    await page.close()
  })

  it('is not intact once it lost its mark', async () => {
    const page = await browser.newPage()
    await page.setContent('<p>别的内容')
    await expect(assertIntact(page)).rejects.toMatchObject({ kind: 'usage' })
    await page.close()
  })
})
