import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pLimit from 'p-limit'
import { epochOf } from '../epoch.js'
import type { ExitCode } from '../exit.js'
import { exitCodes, worst } from '../exit.js'
import { Fault } from '../fault.js'
import { outputOf } from '../output.js'
import type { Request, Step } from '../pipeline.js'
import { issueText } from '../report/human.js'
import type { IssueReport } from '../report/issue-report.js'
import type { World } from '../world.js'
import type { BuildFlags } from './command.js'
import type { Terminal } from './terminal.js'

/** Issues that are set at the same time when `--jobs` does not say: reading one hides printing another. */
export const usualJobs = 2

/** Builds every issue named, one browser for all; the code is the worst of them. */
export async function runBuild(
  targets: readonly string[],
  flags: BuildFlags,
  { world, terminal, env }: { world: World; terminal: Terminal; env: NodeJS.ProcessEnv },
): Promise<ExitCode> {
  const requests = requestsOf(targets, flags, env)
  const limit = pLimit(flags.jobs ?? usualJobs)
  const codes = await Promise.all(
    requests.map((request) => limit(() => buildOne(request, flags, world, terminal))),
  )
  return worst(codes)
}

/** What is to be built, by what was typed. */
export function requestsOf(
  targets: readonly string[],
  flags: BuildFlags,
  env: NodeJS.ProcessEnv,
): Request[] {
  if (targets.length > 1 && (flags.output ?? flags.html) !== undefined) {
    const flag = flags.output === undefined ? '--html' : '-o'
    throw new Fault(
      'usage',
      `一次生成几期时不能用 ${flag}。`,
      '改用 --out-dir 指定文件夹，或一次只生成一期。',
    )
  }
  if (flags.output !== undefined && flags.outDir !== undefined) {
    throw new Fault('usage', '-o 和 --out-dir 只能写一个。', '删去其中一个。')
  }
  const requests = targets.map((target) => ({
    target,
    output: outputOf(target, flags),
    template: flags.template,
    drafts: flags.drafts,
    strict: flags.strict,
    html: flags.html,
    epoch: epochOf(env),
  }))
  const seen = new Map<string, string>()
  for (const { target, output } of requests) {
    const path = resolve(output)
    const other = seen.get(path)
    if (other !== undefined) {
      throw new Fault(
        'usage',
        `“${other}”和“${target}”会存成同一个文件 ${output}。`,
        '分两次生成，各用 -o 指定文件名。',
      )
    }
    seen.set(path, target)
  }
  return requests
}

async function buildOne(
  request: Request,
  flags: BuildFlags,
  world: World,
  terminal: Terminal,
): Promise<ExitCode> {
  const onStep = (step: Step) => terminal.progress(request.target, step)
  // Loaded only now, when the browser is on its way.
  const { build } = await import('../pipeline.js')
  const report = await build({ ...request, onStep }, world).catch((error: unknown) => {
    if (error instanceof Fault) return failed(request.target, error)
    throw error
  })
  terminal.endProgress(request.target)
  if (flags.json) terminal.out(JSON.stringify(report))
  else terminal.say(issueText(report, { ...flags, sources: textOf, paint: terminal.paint }))
  return report.exitCode
}

/** A fault of one issue does not stop the others. */
export const failed = (issue: string, { kind, message, fix }: Fault): IssueReport => ({
  issue,
  articles: [],
  diagnostics: [],
  fault: { message, fix },
  fonts: [],
  timings: {},
  exitCode: exitCodes[kind],
})

/** A source again, for the line that a message quotes. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
