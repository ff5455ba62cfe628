import { relative } from 'node:path'
import { isLoopback, loopback } from '../../engine/preview/addresses.js'
import { findEditor, openIn } from '../../engine/preview/editor.js'
import { servePreview } from '../../engine/preview/server.js'
import { previewSession } from '../../engine/preview/session.js'
import type { Rebuilt } from '../../engine/watch/watch.js'
import type { World } from '../../engine/world.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import type { PreviewFlags } from '../options/preview.js'
import { notBuilt } from '../report-of.js'
import type { Terminal } from '../terminal.js'

interface PreviewContext {
  openWorld: () => Promise<World>
  cwd: string
  env: NodeJS.ProcessEnv
  terminal: Terminal
  /** Opens the default browser. */
  openBrowser: (address: string) => Promise<void>
  /** Whether the browser is opened when neither --open nor --no-open is given. */
  opensUsually: boolean
  /** Aborted when the program is told to end. */
  signal: AbortSignal
}

/**
 * Serves the pages of an issue to a browser and builds them anew whenever its files change, until
 * the program is told to end. Returns early only when the first build cannot be attempted: a wrong
 * name, no browser.
 */
export async function runPreview(
  word: string,
  flags: PreviewFlags,
  context: PreviewContext,
): Promise<ExitCode> {
  const { cwd, env, terminal, signal } = context
  const { targets } = await findTargets([word])
  const [target] = targets
  if (target === undefined || targets.length > 1)
    throw new Fault(
      'usage',
      '一次只能预览一期。',
      '写上一期的文件夹，如 bulletin preview issue-54。',
    )
  const editor = findEditor(flags.editor, env)
  const request = {
    target,
    drafts: flags.drafts,
    strict: false,
    ...(flags.template !== undefined && { template: flags.template }),
  }
  const world = await context.openWorld()
  const session = previewSession({
    request,
    cwd,
    world,
    build: buildReported,
    onChange: () => server?.tell(),
    inView: () => server?.inView() ?? [],
    onAhead: (edition) => server?.tellAhead(edition),
    canOpen: (await editor) !== undefined,
  })
  const host = flags.host ?? loopback
  let server: Awaited<ReturnType<typeof servePreview>> | undefined
  server = await servePreview({
    host,
    port: flags.port ?? 0,
    session,
    async open(place) {
      const found = await editor
      return found !== undefined && (await openIn(found, place))
    },
  })
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const next = () => Promise.race([session.builds.next(), aborted])
  try {
    const first = await next()
    if (!first) return exitCodes.interrupted
    if (first.done) throw new Error('the first build of an issue gave nothing')
    const { fault } = first.value.report
    if (fault) {
      terminal.say(`${fault.message}\n改法：${fault.hint}`)
      return first.value.report.exitCode
    }
    terminal.say(statusLine(first.value, cwd))
    if (!isLoopback(host)) terminal.say(opened(host))
    terminal.say('稿件一保存，页面就换上新的；按 Ctrl-C 结束。预览的地址：')
    terminal.out(server.address)
    if (flags.open ?? context.opensUsually) await context.openBrowser(server.address)
    for (let one = await next(); one && !one.done; one = await next())
      terminal.say(statusLine(one.value, cwd))
    return exitCodes.interrupted
  } finally {
    await server.close()
  }
}

/** Builds an issue. A Fault becomes a report: the folder may come back, the browser may start again. */
async function buildReported(request: Request, world: World): Promise<IssueReport> {
  try {
    const { build } = await import('../../engine/build.js')
    return await build(request, world)
  } catch (error) {
    if (error instanceof Fault) return notBuilt(request.target, error, exitCodes[error.kind])
    throw error
  }
}

const opened = (host: string) =>
  `注意：用了 --host ${host}，同一个网络里拿到下面这个地址的人，都能看这一期的页面和稿件里的提示（不能改，也打不开你的编辑器）。`

/** One line for a build: the time, what changed, and what came of it. */
function statusLine({ report, changed, took }: Rebuilt, cwd: string): string {
  const { diagnostics, pages, fault } = report
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const [first = report.issue] = changed.map((path) => relative(cwd, path) || path)
  const what = changed.length > 1 ? `${changed.length} 个文件` : first
  const found = [errors > 0 && `${errors} 个错误`, warnings > 0 && `${warnings} 个警告`]
  const result = fault?.message ?? (pages === undefined ? '没有排成' : `${pages} 页`)
  const time = pages === undefined ? [] : [`${Math.round(took)} 毫秒`]
  const at = new Date().toTimeString().slice(0, 8)
  return `${at}  ${what}  ${[result, ...found.filter(Boolean), ...time].join('，')}`
}
