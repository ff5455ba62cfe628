/**
 * Bare Puppeteer, as a person would write it: launch, load, print once, close. What `bulletin build`
 * is measured against; it finds the page numbers already filled in and the pictures already scaled.
 *
 *     node bare.mjs BROWSER PAGE.html OUT.pdf
 */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'

const [executablePath = '', page = '', pdf = ''] = process.argv.slice(2)
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--font-render-hinting=none',
  ],
})
const tab = await browser.newPage()
await tab.goto(pathToFileURL(page).href, { waitUntil: 'load', timeout: 0 })
const bytes = await tab.pdf({
  preferCSSPageSize: true,
  printBackground: true,
  outline: true,
  tagged: true,
  timeout: 0,
})
await writeFile(pdf, bytes)
await browser.close()
