import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Contender } from '../contender.js'
import type { BenchContext } from '../context.js'
import type { FinishedPage } from '../finished-page.js'
import { installed } from '../installed.js'
import { processContender } from '../process-contender.js'
import { readIssueTree } from '../read-issue-tree.js'
import { plainMarkdown } from './markdown.js'
import { plainPage, styleSheet } from './plain-page.js'

/** Another tool that makes a PDF of the same text. */
export interface Peer {
  name: string
  version: string
  /** What the ratio of `bulletin build` to it may be at most. */
  most: number
  /** Throws when it cannot be installed. */
  contender(page: FinishedPage, context: BenchContext): Promise<Contender>
}

/** The page of a title in the 目录. Paged.js has no `leader()`. */
const number = 'target-counter(attr(href), page)'

const isRoot = process.getuid?.() === 0

export const peers: readonly Peer[] = [
  {
    name: 'md-to-pdf',
    version: '5.2.5',
    most: 0.3,
    async contender({ issue }, context) {
      const folder = join(context.folder, 'md-to-pdf')
      await mkdir(folder, { recursive: true })
      await cp(join(issue, 'images'), join(folder, 'images'), { recursive: true })
      await writeFile(join(folder, 'issue.md'), await plainMarkdown(issue))
      await writeFile(join(folder, 'page.css'), styleSheet)
      const launch = {
        executablePath: context.browser.program,
        headless: 'shell',
        args: isRoot ? ['--no-sandbox'] : [],
      }
      return run(this, context, {
        program: 'md-to-pdf/dist/cli.js',
        words: [
          'issue.md',
          '--stylesheet',
          'page.css',
          '--pdf-options',
          JSON.stringify({ preferCSSPageSize: true, printBackground: true }),
          '--launch-options',
          JSON.stringify(launch),
        ],
        cwd: folder,
        pdf: join(folder, 'issue.pdf'),
      })
    },
  },
  {
    name: 'pagedjs-cli',
    version: '0.4.3',
    most: 0.2,
    async contender(page, context) {
      const [html, pdf] = await plainHtml('pagedjs', page, context, number)
      const args = isRoot ? ['--browserArgs', '--no-sandbox'] : []
      return run(this, context, {
        program: 'pagedjs-cli/src/cli.js',
        words: [html, '-o', pdf, '--outline-tags', 'h1,h3', ...args],
        cwd: dirname(html),
        pdf,
      })
    },
  },
  {
    name: '@vivliostyle/cli',
    version: '11.3.3',
    most: 0.1,
    async contender(page, context) {
      const [html, pdf] = await plainHtml('vivliostyle', page, context, `leader(".") ${number}`)
      return run(this, context, {
        program: '@vivliostyle/cli/dist/cli.js',
        words: ['build', html, '-o', pdf, '-d', '--executable-browser', context.browser.program],
        cwd: dirname(html),
        pdf,
      })
    },
  },
]

interface Command {
  /** Path of its program under `node_modules`. */
  program: string
  words: readonly string[]
  cwd: string
  pdf: string
}

/** The tool as it is installed, with our browser and fonts. */
async function run(
  { name, version }: Peer,
  { env, browser }: BenchContext,
  { program, words, cwd, pdf }: Command,
): Promise<Contender> {
  const modules = (await installed(name, version)).slice(0, -name.length)
  return processContender({
    name: `${name} ${version}`,
    command: [process.execPath, join(modules, program), ...words],
    env: { ...env, ...browser.env, PUPPETEER_EXECUTABLE_PATH: browser.program },
    cwd,
    pdfs: [pdf],
  })
}

/** The plain page in a folder of its own, with its pictures; where it is, and where its PDF goes. */
async function plainHtml(
  name: string,
  { issue, page, pictures }: FinishedPage,
  { folder }: BenchContext,
  numbers: string,
): Promise<[html: string, pdf: string]> {
  const own = join(folder, name)
  await mkdir(own, { recursive: true })
  for (const picture of pictures) {
    await cp(join(dirname(page), picture.name), join(own, picture.name))
  }
  const html = join(own, 'issue.html')
  const tree = await readIssueTree(issue)
  await writeFile(html, plainPage(tree, pictures, numbers))
  return [html, join(own, 'issue.pdf')]
}
