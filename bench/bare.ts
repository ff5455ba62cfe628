/**
 *     node bare.mjs BROWSER PAGE.html OUT.pdf [PAGE.html OUT.pdf …]
 *     node bare.mjs BROWSER PAGE.html OUT.pdf --again
 *
 * With `--again` the page stays loaded and is printed again for each line on stdin; each print is
 * acknowledged with a line. With `--reload` the page is also reloaded before each print.
 */
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { bareFlags, barePrint } from './bare-browser.js'

const [executablePath = '', ...rest] = process.argv.slice(2)
const reload = rest.at(-1) === '--reload'
const again = reload || rest.at(-1) === '--again'
const files = again ? rest.slice(0, -1) : rest

const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: bareFlags,
})
const tab = await browser.newPage()

async function print(pdf: string): Promise<void> {
  await writeFile(pdf, await tab.pdf(barePrint))
}

const load = (page = '') => tab.goto(pathToFileURL(page).href, { waitUntil: 'load', timeout: 0 })

for (let i = 0; i < files.length; i += 2) {
  await load(files[i])
  await print(files[i + 1] ?? '')
}
if (again) {
  console.log('ready')
  for await (const _ of createInterface({ input: process.stdin })) {
    if (reload) await load(files[0])
    await print(files[1] ?? '')
    console.log('printed')
  }
}
await browser.close()
