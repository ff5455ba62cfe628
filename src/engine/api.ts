import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { FormatName } from '../model/format.js'
import { needsPages } from '../model/format.js'
import type { IssueReport } from '../model/report.js'
import { build as buildIssue } from './build.js'
import { buildAnew, openCache } from './cache/index.js'
import { epochOf } from './epoch.js'
import { filesOf, proveOutputs } from './output-path.js'
import { createSystemWorld } from './system-world.js'
import type { World } from './world.js'

/** Options of `build()`; all are optional. */
export interface BuildOptions {
  /**
   * Path of the PDF, or of the only file; by default next to the folder, with the folder's name.
   */
  output?: string
  outDir?: string
  /** The kinds of file to write; by default a PDF. */
  formats?: readonly FormatName[]
  template?: string
  drafts?: boolean
  strict?: boolean
  /** Path of a copy of the laid-out pages as HTML, to inspect them. */
  html?: string
  /** Path of a browser executable, or the `ws://` address of a remote browser. */
  browser?: string
  /** Whether to reuse earlier builds and to keep this one for later builds. */
  cache?: boolean
}

/**
 * @throws {Fault} `usage` for a problem with the folder or the options, `environment` for a problem
 *   with the machine.
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<IssueReport> {
  const { cwd, env, platform } = process
  const host = { cwd: cwd(), env, platform, home: homedir(), browser: options.browser }
  const cache = options.cache ? await openCache(host, { force: false }) : undefined
  let world: World | undefined
  const openWorld = async () => {
    world = await createSystemWorld({ ...host, cache })
    if (needsPages(options.formats, options.html)) await world.warmUp()
    return world
  }
  const request = {
    target: folder,
    files: filesOf(folder, options),
    placedBy: options.outDir === undefined ? ('-o' as const) : ('--out-dir' as const),
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
