import { once } from 'node:events'
import { chmodSync, existsSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Previewing } from '../kit/preview.js'
import { looking, previewing, readingBrowser } from '../kit/preview.js'
import { processesWith } from '../kit/processes.js'
import { bulletin } from '../kit/program.js'
import { copyFixture, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('preview-safety')
const log = join(folder, 'opened')
const editor = join(folder, 'code')
let issue: string
let preview: Previewing
let browser: Browser

beforeAll(async () => {
  issue = copyFixture('minimal', folder)
  writeFiles(folder, { code: `#!/bin/sh\necho "$@" >> '${log}'\n` })
  chmodSync(editor, 0o755)
  browser = await readingBrowser(join(folder, 'browser'))
  preview = await previewing([issue, '--editor', editor], { cwd: folder })
})
afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

const url = () => new URL(preview.address)

/** Status of a request sent as it is, without a browser. */
function status(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port: url().port,
        path,
        method,
        headers: { host: url().host, ...headers },
      },
      (answer) => {
        answer.destroy()
        resolve(answer.statusCode ?? 0)
      },
    )
      .on('error', reject)
      .end()
  })
}

/** The cookie that the token is exchanged for, as the browser sends it. */
async function cookieOf(): Promise<string> {
  const answer = await fetch(preview.address, { redirect: 'manual' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('the token', () => {
  it('becomes a strict cookie and leaves the address', async () => {
    const answer = await fetch(preview.address, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(url().pathname)
    const kept = `Path=${url().pathname}; HttpOnly; SameSite=Strict`
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^bulletin-\\d+=[0-9a-f]{32}; ${kept}$`),
    )
    const page = await looking(browser, preview.address)
    expect(page.url()).toBe(`${url().origin}${url().pathname}`)
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.reload()
    await page.waitForSelector('.page canvas')
    await page.close()
  })

  it.each([
    ['missing', ''],
    ['wrong', '?token=00000000000000000000000000000000'],
    ['empty', '?token='],
  ])('that is %s opens nothing', async (_, query) => {
    expect(await status(url().pathname + query)).toBe(403)
    for (const name of ['edition-1.pdf', 'edition-1-pages-1.pdf'])
      expect(await status(`${url().pathname}${name}${query}`), name).toBe(403)
  })
})

it('asks nothing of other hosts, and nothing of it is a script of the issue', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (one) => asked.push(one.url()))
  await page.goto(preview.address)
  await page.waitForSelector('.page canvas')
  await page.keyboard.press('t')
  const ours = (one: string) => one.startsWith(url().origin) || /^(?:data|blob):/.test(one)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((one) => !ours(one))).toEqual([])
  await page.close()
})

it('refuses a name that was made to lead here (DNS rebinding)', async () => {
  const page = await browser.newPage()
  const rebound = preview.address.replace('127.0.0.1', 'rebound.example')
  expect((await page.goto(rebound))?.status()).toBe(403)
  await page.close()
})

it('nothing but the page and the pages of the issue is served', async () => {
  const cookie = await cookieOf()
  const base = url().pathname
  for (const name of ['edition-1.pdf', 'edition-1-pages-1-2.pdf'])
    expect(await status(base + name, { cookie }), name).toBe(200)
  const others = ['index.html', 'bulletin.yaml', '01.md', 'edition-0.pdf', 'edition-99.json']
  others.push('edition-1-pages.pdf', 'edition-1-pages-x.pdf', 'edition-9-pages-1.pdf')
  for (const name of others) expect(await status(base + name, { cookie }), name).toBe(404)
  const out = ['../index.html', '..%2f..%2fetc/passwd', '%2e%2e/x', './page.js', '//etc/passwd']
  for (const name of out) expect(await status(base + name, { cookie }), name).toBe(403)
  expect(await status('/etc/passwd', { cookie })).toBe(403)
  expect(await status(`${base}open`, { cookie }, 'POST')).toBe(403)
  expect(await status(`${base}edition-1.pdf`, { cookie }, 'PUT')).toBe(403)
})

it('another page in the same browser can neither read nor post, even one of this machine', async () => {
  const page = await looking(browser, preview.address)
  const other = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html')
    answer.end('<!doctype html><title>other</title>')
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  try {
    const foreign = await browser.newPage()
    const answers: [string, number][] = []
    foreign.on('response', (one) => {
      if (one.url().startsWith(url().origin))
        answers.push([new URL(one.url()).pathname, one.status()])
    })
    await foreign.goto(`http://127.0.0.1:${port}/`)
    const base = `${url().origin}${url().pathname}`
    const read = await foreign.evaluate(async (at) => {
      const tried = ['edition-1.pdf', 'edition-1.json', 'page.js'].flatMap((name) => [
        fetch(at + name, { credentials: 'include' }),
        fetch(at + name, { credentials: 'include', mode: 'no-cors' }),
      ])
      const body = JSON.stringify({ file: 'a', line: 1, column: 1 })
      tried.push(
        fetch(`${at}open`, { method: 'POST', credentials: 'include', mode: 'no-cors', body }),
      )
      const outcomes = await Promise.allSettled(tried)
      const events = await new Promise<string>((resolve) => {
        const source = new EventSource(`${at}events`, { withCredentials: true })
        source.onerror = () => resolve('refused')
        source.onopen = () => resolve('open')
      })
      return { events, readable: outcomes.filter(({ status }) => status === 'fulfilled').length }
    }, base)
    expect(read.events).toBe('refused')
    expect(read.readable).toBe(0)
    expect(answers.filter(([, code]) => code !== 403)).toEqual([])
    // A form posts without asking first.
    await Promise.all([
      foreign.waitForNavigation(),
      foreign.evaluate((action) => {
        const form = document.createElement('form')
        Object.assign(form, { method: 'post', action, enctype: 'text/plain' })
        document.body.append(form)
        form.submit()
      }, `${base}open`),
    ])
    expect(answers.at(-1)).toEqual([`${url().pathname}open`, 403])
    expect(existsSync(log)).toBe(false)
    await foreign.close()
  } finally {
    other.closeAllConnections()
    other.close()
    await page.close()
  }
})

it('opens the sources of the issue and no other file', async () => {
  const page = await looking(browser, preview.address)
  const opened = await page.evaluate(async () => {
    const key = await new Promise<string>((resolve) => {
      const source = new EventSource('events')
      source.addEventListener('state', ({ data }) => {
        source.close()
        resolve(JSON.parse(data).key)
      })
    })
    const ask = async (body: string) => {
      const headers = { 'Content-Type': 'application/json', 'X-Bulletin-Key': key }
      return await (await fetch('open', { method: 'POST', headers, body })).text()
    }
    return await Promise.all(
      [
        JSON.stringify({ file: '/etc/passwd', line: 1, column: 1 }),
        JSON.stringify({ file: '../code', line: 1, column: 1 }),
        JSON.stringify({ file: 1, line: 1, column: 1 }),
        '{',
        'x'.repeat(100_000),
      ].map(ask),
    )
  })
  expect(opened).toEqual(Array.from({ length: 5 }, () => '{"opened":false}'))
  expect(existsSync(log)).toBe(false)
  await page.close()
})

it('two previews at once do not disturb each other', async () => {
  const second = await previewing([issue, '--no-open'], { cwd: folder })
  try {
    const [one, two] = [
      await looking(browser, preview.address),
      await looking(browser, second.address),
    ]
    for (const page of [one, two, one]) {
      await page.reload()
      await page.waitForSelector('.page canvas')
    }
    await Promise.all([one, two].map((page) => page.close()))
  } finally {
    await second.stop()
  }
})

describe.runIf(process.platform === 'linux')('it ends with the terminal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('on %s', async (signal) => {
    const word = `preview-${signal}`
    const ending = await previewing([issue], { cwd: folder, env: { BULLETIN_TEST_WORD: word } })
    expect(processesWith(word).length).toBeGreaterThan(1)
    const { code } = await ending.stop(signal)
    expect(code).toBe(130)
    expect(processesWith(word)).toEqual([])
    await expect(fetch(ending.address)).rejects.toThrow()
  })
})

describe('it says what cannot be done', () => {
  it('when the port is taken', async () => {
    const { code, stderr } = await bulletin(['preview', issue, '--port', url().port], {
      cwd: folder,
    })
    expect(code).toBe(3)
    expect(stderr).toContain(`端口 ${url().port} 已经有别的程序在用`)
  })

  it('when the folder is not there', async () => {
    const { code, stderr } = await bulletin(['preview', '没有'], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有')])
  })

  it('and what --host opens', async () => {
    const open = await previewing([issue, '--host', '0.0.0.0'], { cwd: folder })
    expect((await open.stop()).stderr).toContain('同一个网络里拿到下面这个地址的人')
  })
})
