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

/** The dependencies of a build. */
export interface BuildContext {
  /**
   * Creates the world and starts the browser, when the first issue has to be built. `alone`: no
   * other issue follows.
   */
  openWorld: (options?: { alone: boolean }) => Promise<World>
  build: Builder
  terminal: Pick<Terminal, 'progress' | 'endProgress'>
}

/**
 * Builds an issue and shows its steps on the terminal. A Fault is returned in the report, because
 * it ends only this issue; other errors are thrown.
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

/** Imports the pipeline late, while the browser starts. */
const make: typeof pipelineBuild = async (request, world) => {
  const { build } = await import('../engine/build.js')
  return build(request, world)
}

/** Returns the report of an issue that was not built, which contains only the reason. */
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
