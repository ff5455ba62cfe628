/**
 * The least that a program of these parts can do for an issue, and so the floor for any: the browser
 * is started before anything else is loaded; meanwhile remark reads the articles and sharp makes the
 * pictures that are not used as they are; then the finished page is loaded and printed once, and the
 * browser is killed. Nothing is arranged, checked, set or proved.
 *
 *     node least.cjs BROWSER ISSUE PAGE.html OUT.pdf
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bareFlags, barePrint } from './bare-browser.js'

const [program = '', issue = '', page = '', pdf = ''] = process.argv.slice(2)

const browser = spawn(
  program,
  [
    '--headless=new',
    '--remote-debugging-port=0',
    // It is killed, and would leave a profile of its own.
    `--user-data-dir=${pdf}.profile`,
    ...bareFlags,
    'about:blank',
  ],
  { stdio: ['ignore', 'ignore', 'pipe'] },
)

async function build(): Promise<void> {
  const listening = addressIn(browser.stderr)
  const scaled = scaleAgain()
  await readArticles()
  const { connectTo } = await import('../src/print/browser/connect.js')
  const tab = await (await connectTo({ browserWSEndpoint: await listening })).newPage()
  await scaled
  await tab.goto(pathToFileURL(page).href, { waitUntil: 'load', timeout: 0 })
  await writeFile(pdf, await tab.pdf(barePrint))
}

async function readArticles(): Promise<void> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { default: remarkRehype }] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-gfm'),
      import('remark-rehype'),
    ])
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze()
  for (const article of await sourcesIn(issue, '.md')) {
    const text = article.toString().replace(/^---\n[\s\S]*?\n---\n/, '')
    remark.runSync(remark.parse(text))
  }
}

/** From what they were made into: smaller, and so less work than from their sources. */
async function scaleAgain(): Promise<void> {
  const [ready, sources] = await Promise.all([
    sourcesIn(dirname(page), '.jpeg'),
    sourcesIn(join(issue, 'images'), '.jpg'),
  ])
  const made = ready.filter((one) => !sources.some((source) => source.equals(one)))
  if (made.length === 0) return
  const { default: sharp } = await import('sharp')
  await Promise.all(
    made.map((one) => sharp(one).resize({ width: 800 }).jpeg({ quality: 85 }).toBuffer()),
  )
}

async function sourcesIn(folder: string, ending: string): Promise<Buffer[]> {
  const names = await readdir(folder).catch(() => [])
  const chosen = names.filter((name) => name.endsWith(ending))
  return Promise.all(chosen.map((name) => readFile(join(folder, name))))
}

/** Where the browser says that it listens. */
async function addressIn(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: said })) {
    const address = /ws:\S+/.exec(line)?.[0]
    if (address) return address
  }
  const [code] = await once(browser, 'close')
  throw new Error(`the browser ended (${code})`)
}

build().then(
  () => {
    browser.kill('SIGKILL')
    process.exit()
  },
  (error: unknown) => {
    console.error(error)
    browser.kill('SIGKILL')
    process.exit(1)
  },
)
