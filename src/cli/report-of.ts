import type { ExitCode } from '../exit.js'
import { exitCodes } from '../exit.js'
import { Fault } from '../fault.js'
import type { Request } from '../pipeline.js'
import type { IssueReport } from '../report/issue-report.js'
import type { World } from '../world.js'

/** Builds an issue; a fault is told in its report, as it is the end of this issue alone. */
export async function reportOf(request: Request, world: World): Promise<IssueReport> {
  // Loaded only now, when the browser is on its way.
  const { build } = await import('../pipeline.js')
  return build(request, world).catch((error: unknown) => {
    if (error instanceof Fault) return failed(request.target, error)
    throw error
  })
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
  exitCode,
})
