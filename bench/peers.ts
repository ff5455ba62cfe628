/**     npm run bench:peers -- [--runs N] [--json] */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readIssue } from '../src/input/files/index.js'
import { packageRoot } from '../src/system/package.js'
import type { Contender } from './contender.js'
import { bulletin, fromScratch } from './contenders.js'
import type { BenchContext } from './context.js'
import { type FinishedPage, finishedPage } from './finished-page.js'
import { installed } from './installed.js'
import { benchOptions } from './options.js'
import { processContender } from './process-contender.js'
import { runScenes } from './run-scenes.js'
import type { Scene } from './scene.js'
import { type Target, timeRatio } from './target.js'

interface Peer {
  name: string
  version: string
  /** The target: highest ratio of the time of `bulletin build` to that of the tool. */
  most: number
  /** The program below `node_modules`, and its arguments for a page. */
  program: string
  words(files: { html: string; markdown: string; pdf: string; browser: string }): string[]
}

const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const peers: readonly Peer[] = [
  {
    name: 'md-to-pdf',
    version: '5.2.5',
    most: 0.3,
    program: 'md-to-pdf/dist/cli.js',
    words: ({ markdown, browser }) => [
      markdown,
      '--launch-options',
      JSON.stringify({ executablePath: browser, headless: 'shell', args: noSandbox }),
    ],
  },
  {
    name: 'pagedjs-cli',
    version: '0.4.3',
    most: 0.2,
    program: 'pagedjs-cli/src/cli.js',
    words: ({ html, pdf }) => [html, '-o', pdf, ...noSandbox.flatMap((f) => ['--browserArgs', f])],
  },
  {
    name: '@vivliostyle/cli',
    version: '11.3.3',
    most: 0.1,
    program: '@vivliostyle/cli/dist/cli.js',
    words: ({ html, pdf, browser }) => [
      ...['build', html, '-o', pdf, '-d', '--executable-browser', browser],
    ],
  },
]

/**
 * Runs the tool with the same browser and fonts. HTML tools get the finished page, Markdown tools
 * the articles.
 */
async function contenderOf(
  { name, version, program, words }: Peer,
  { issue, page, pictures }: FinishedPage,
  { folder, env, browser }: BenchContext,
): Promise<Contender> {
  const modules = (await installed(name, version)).slice(0, -name.length)
  const cwd = join(folder, name.replace('/', '-'))
  const [html, markdown, pdf] = ['issue.html', 'issue.md', 'issue.pdf'].map((file) =>
    join(cwd, file),
  ) as [string, string, string]
  await mkdir(cwd, { recursive: true })
  await cp(page, html)
  for (const one of pictures) await cp(join(dirname(page), one.name), join(cwd, one.name))
  await cp(join(issue, 'images'), join(cwd, 'images'), { recursive: true })
  const { articles } = await readIssue(issue, { cwd: process.cwd() })
  const bodies = articles.map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, ''))
  await writeFile(markdown, bodies.join('\n\n'))
  return processContender({
    name: `${name} ${version}`,
    command: [
      process.execPath,
      join(modules, program),
      ...words({ html, markdown, pdf, browser: browser.program }),
    ],
    env: { ...env, ...browser.env, PUPPETEER_EXECUTABLE_PATH: browser.program },
    cwd,
    pdfs: [pdf],
  })
}

const scene: Scene = {
  name: 'peers',
  title: '别的工具，一期，冷进程（fixtures/issue-54）',
  async prepare(context) {
    const issue = join(packageRoot(), 'fixtures/issue-54')
    const ours = await bulletin('bulletin build', [issue], context, fromScratch)
    const page = await finishedPage(issue, context)
    const contenders: Contender[] = [ours]
    const targets: Target[] = []
    const notes: string[] = []
    for (const peer of peers) {
      try {
        const contender = await contenderOf(peer, page, context)
        await contender.run()
        contenders.push(contender)
        targets.push(timeRatio(ours, contender, peer.most))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        notes.push(`${peer.name} ${peer.version} 装不上或不能运行：${message.trim().slice(0, 300)}`)
      }
    }
    return { contenders, targets, notes }
  },
}

await runScenes([scene], benchOptions())
