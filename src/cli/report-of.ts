import type { build as pipelineBuild } from '../engine/build.js'
import type { Builder } from '../engine/cache/index.js'
import { proveOutputs } from '../engine/output-path.js'
import type { World } from '../engine/world.js'
import type { ExitCode } from '../model/exit-codes.js'
import { exitCodes } from '../model/exit-codes.js'
import { Fault } from '../model/fault.js'
import type { IssueReport } from '../model/report.js'
import type { Request } from '../model/request.js'
import type { Step } from '../model/timing.js'
import type { Terminal } from './terminal.js'

/** What issues are built with. */
export interface BuildContext {
  /**
   * Opened, and the browser started, when the first issue has to be built. `alone`: no other issue
   * follows.
   */
  openWorld: (wish?: { alone: boolean }) => Promise<World>
  build: Builder
  terminal: Pick<Terminal, 'progress' | 'endProgress'>
}

/**
 * Builds an issue while the terminal shows its steps; a fault is told in its report, as it is the
 * end of this issue alone.
 */
export async function reportOf(
  request: Request,
  { openWorld, build, terminal }: BuildContext,
): Promise<IssueReport> {
  const { target } = request
  const onStep = (step: Step) => terminal.progress(target, step)
  try {
    await proveOutputs(request)
    return await build({ ...request, onStep }, openWorld, make)
  } catch (error) {
    if (error instanceof Fault) return notBuilt(target, error, exitCodes[error.kind])
    throw error
  } finally {
    terminal.endProgress(target)
  }
}

/** Loads the pipeline only now, when the browser is on its way. */
const make: typeof pipelineBuild = async (request, world) => {
  const { build } = await import('../engine/build.js')
  return build(request, world)
}

/** The report of an issue of which nothing can be told but why it was not built. */
export const notBuilt = (
  issue: string,
  { message, hint }: { message: string; hint: string },
  exitCode: ExitCode,
): IssueReport => ({
  issue,
  articles: [],
  diagnostics: [],
  fault: { message, hint },
  fonts: [],
  timings: {},
  steps: [],
  exitCode,
})
