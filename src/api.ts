import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { epochOf } from './epoch.js'
import { outputOf } from './output.js'
import { build as buildIssue } from './pipeline.js'
import { realWorld } from './real-world.js'
import type { IssueReport } from './report/issue-report.js'

/** What `build()` may be told; all of it may be left out. */
export interface BuildOptions {
  /** Path of the PDF; else beside the folder under its name. */
  output?: string
  outDir?: string
  template?: string
  drafts?: boolean
  strict?: boolean
  /** Path for what was printed, as HTML. */
  html?: string
  /** A browser's program, or the `ws://` address of one elsewhere. */
  browser?: string
}

/**
 * Builds one issue from a script. Trouble with the sources is in the report (`diagnostics`,
 * `exitCode`); throws a `Fault` for trouble with the folder or the machine.
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<IssueReport> {
  const { cwd, env, platform } = process
  const world = await realWorld({
    cwd: cwd(),
    env,
    platform,
    home: homedir(),
    browser: options.browser,
  })
  try {
    await world.warmUp()
    return await buildIssue(
      {
        target: folder,
        output: outputOf(folder, options),
        template: options.template,
        drafts: options.drafts ?? false,
        strict: options.strict ?? false,
        html: options.html === undefined ? undefined : resolve(options.html),
        epoch: epochOf(env),
      },
      world,
    )
  } finally {
    await world.close()
  }
}
