import type { Builder } from '../cache/index.js'
import type { ExitCode } from '../exit.js'
import { exitCodes } from '../exit.js'
import { Fault } from '../fault.js'
import type { build as pipelineBuild, Request } from '../pipeline.js'
import type { IssueReport } from '../report/issue-report.js'
import type { World } from '../world.js'

/** What issues are built with. */
export interface Workshop {
  /** Opened, and the browser started, when the first issue has to be built. */
  openWorld: () => Promise<World>
  build: Builder
}

/** Builds an issue; a fault is told in its report, as it is the end of this issue alone. */
export const reportOf = (request: Request, { openWorld, build }: Workshop): Promise<IssueReport> =>
  build(request, openWorld, make).catch((error: unknown) => {
    if (error instanceof Fault) return failed(request.target, error)
    throw error
  })

/** Loads the pipeline only now, when the browser is on its way. */
const make: typeof pipelineBuild = async (request, world) => {
  const { build } = await import('../pipeline.js')
  return build(request, world)
}

/** A fault of one issue does not stop the others. */
export const failed = (issue: string, fault: Fault): IssueReport =>
  notBuilt(issue, fault, exitCodes[fault.kind])

/** The report of an issue of which nothing can be told but why it was not built. */
export const notBuilt = (
  issue: string,
  { message, fix }: { message: string; fix: string },
  exitCode: ExitCode,
): IssueReport => ({
  issue,
  articles: [],
  diagnostics: [],
  fault: { message, fix },
  fonts: [],
  timings: {},
  steps: [],
  exitCode,
})
