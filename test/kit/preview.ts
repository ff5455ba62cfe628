import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import puppeteer from 'puppeteer'
import { expect } from 'vitest'
import { fontPlaces } from '../../src/fonts/folders.js'
import { fontSet } from '../../src/fonts/font-set.js'
import { settingsStart } from '../../src/model/place.js'
import { cacheFolderOf } from '../../src/system/cache-folder.js'
import { realBrowser } from './counted-browser.js'
import type { Run, RunOptions } from './program.js'
import { start } from './program.js'
import { root, writeFiles } from './workspace.js'

/** A running `bulletin preview`. */
export interface Previewing {
  pid: number
  /** The address that it printed, with the token. */
  address: string
  /** Sends a signal and waits for the process to end. */
  stop(signal?: NodeJS.Signals): Promise<Run>
}

/** Starts a preview and waits for its address. The caller has to stop it. */
export async function previewing(
  words: readonly string[],
  options: RunOptions = {},
): Promise<Previewing> {
  const env = { EDITOR: undefined, VISUAL: undefined, ...options.env }
  const child = start(['preview', ...words], { ...options, env })
  const said = { stdout: '', stderr: '' }
  const ended = once(child, 'close').then(([code]): Run => ({ code: code ?? undefined, ...said }))
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text: string) => {
      said.stderr += text
    })
    child.stdout.on('data', (text: string) => {
      said.stdout += text
      const [line, rest] = said.stdout.split('\n')
      if (line !== undefined && rest !== undefined) resolve(line)
    })
    void ended.then(({ code }) => reject(new Error(`it ended with ${code}: ${said.stderr}`)))
  })
  return {
    pid: child.pid ?? 0,
    address: await address,
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}

/**
 * Starts a browser to look at previews with. It has the program's Chinese fonts. `rules` says where
 * host names lead (Chromium's --host-resolver-rules).
 */
export async function readingBrowser(
  folder: string,
  rules = 'MAP rebound.example 127.0.0.1',
): Promise<Browser> {
  mkdirSync(folder, { recursive: true })
  const { path, libraries } = await realBrowser()
  const env = process.env
  const { value: fonts } = await fontSet({
    wanted: undefined,
    place: settingsStart,
    cacheFolder: await cacheFolderOf(env),
    bundledFolder: join(root, 'dist/fonts'),
    places: fontPlaces({ platform: process.platform, home: env.HOME ?? '', env }),
  })
  return await puppeteer.launch({
    executablePath: path,
    pipe: true,
    userDataDir: join(folder, 'profile'),
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=${rules}`],
    env: {
      ...env,
      ...(await fonts.browserEnv()),
      ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }),
    },
  })
}

/** Opens a preview in a new tab and waits until it shows an edition. */
export async function looking(
  browser: Browser,
  address: string,
  size: { width: number; height: number } = { width: 1280, height: 900 },
): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport(size)
  await page.goto(address)
  await page.waitForSelector('body[data-edition]')
  await page.waitForSelector('.page canvas')
  return page
}

/**
 * Where in the window a text of the drawn pages is printed; it may be set in several pieces. `scroll`
 * brings it there.
 */
export const placeOf = (page: Page, text: string, { scroll = false } = {}) =>
  page.evaluate(
    (wanted, scroll) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('.textLayer')
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_REJECT,
      )
      const characters: { node: Node; offset: number }[] = []
      let all = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const [offset, unit] of (node.nodeValue ?? '').split('').entries()) {
          if (unit.trim() === '') continue
          characters.push({ node, offset })
          all += unit
        }
      const first = characters[all.indexOf(wanted)]
      if (!first) return undefined
      const range = document.createRange()
      range.setStart(first.node, first.offset)
      range.setEnd(first.node, first.offset + 1)
      if (scroll) first.node.parentElement?.scrollIntoView({ block: 'nearest' })
      const { left, top, height } = range.getBoundingClientRect()
      return { left, top, height }
    },
    text,
    scroll,
  )

/**
 * The environment of a program that finds an editor: a stand-in for VS Code, which writes down what
 * it was asked to open.
 */
export function notingEditor(folder: string, log: string): NodeJS.ProcessEnv {
  writeFiles(folder, { 'bin/code': `#!/bin/sh\necho "$@" >> '${log}'\n` })
  chmodSync(join(folder, 'bin/code'), 0o755)
  return { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` }
}

/** Clicks on a text of the drawn pages and returns what the editor was asked to open. */
export async function openedByClick(page: Page, text: string, log: string): Promise<string> {
  const asked = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
  const before = asked()
  // Only pages in the window have their text, and it comes after their picture.
  let turn = 0
  const found = async () => {
    const place = await placeOf(page, text, { scroll: true })
    if (!place)
      await page.$$eval('.page', (all, n) => all[n % all.length]?.scrollIntoView(), turn++)
    return place
  }
  await expect.poll(found, { message: text, interval: 500 }).toBeDefined()
  const { left = 0, top = 0, height = 0 } = (await placeOf(page, text)) ?? {}
  await page.mouse.click(left + 2, top + height / 2)
  await expect.poll(asked, { message: text }).not.toBe(before)
  return asked().slice(before.length).trim()
}
