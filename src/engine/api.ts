import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { IssueReport } from '../model/report.js'
import { build as buildIssue } from './build.js'
import { buildAnew, openCache } from './cache/index.js'
import { epochOf } from './epoch.js'
import { outputOf, proveOutputs } from './output-path.js'
import { createSystemWorld } from './system-world.js'
import type { World } from './world.js'

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
  /** Whether what has not changed is taken from earlier builds, and this one kept for later ones. */
  cache?: boolean
}

/**
 * Builds one issue from a script. Trouble with the sources is in the report (`diagnostics`,
 * `exitCode`); throws a `Fault` for trouble with the folder or the machine.
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<IssueReport> {
  const { cwd, env, platform } = process
  const around = { cwd: cwd(), env, platform, home: homedir(), browser: options.browser }
  const cache = options.cache ? await openCache(around, { force: false }) : undefined
  let world: World | undefined
  const openWorld = async () => {
    world = await createSystemWorld({ ...around, cache })
    await world.warmUp()
    return world
  }
  const request = {
    target: folder,
    output: outputOf(folder, options),
    template: options.template,
    drafts: options.drafts ?? false,
    strict: options.strict ?? false,
    html: options.html === undefined ? undefined : resolve(options.html),
    epoch: epochOf(env),
  }
  try {
    await proveOutputs(request)
    return await (cache?.build ?? buildAnew)(request, openWorld, buildIssue)
  } finally {
    await Promise.all([world?.close(), cache?.store.settle()])
  }
}
