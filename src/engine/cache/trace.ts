import { digestOfPicture } from '../../images/open.js'
import { readIssue } from '../../input/files/index.js'
import { readTemplate } from '../../input/files/template.js'
import { digestOfData } from '../../system/digest.js'
import type { World } from '../world.js'
import { stampsOf } from './stamp.js'

/**
 * All requests of a build to the world, with the digests of the answers. A build with the same
 * answers produces the same PDF.
 */
export interface Trace {
  target: string
  /**
   * Digest of everything read of the issue: its texts, its settings and its parent's, the settings
   * of its neighbours, and the file names in its folder.
   */
  issue: string
  templates: { asked: Parameters<World['readTemplate']>[0]; digest: string }[]
  pictures: { absolute: string; roots: readonly string[]; digest: string }[]
  /** Stamps of the font files and of the folders searched, by path. */
  fonts: Record<string, string>
  /** Id of the browser's program, if pages were printed; see `browserId`. */
  browser?: string
  /** See `packagesId`. */
  packages: string
}

/** What checking a trace needs in addition to the file system. */
export interface TraceContext {
  cwd: string
  displayPath: (path: string) => string
  /** Undefined when the browser cannot be identified without starting it, or when there is none. */
  browserId: () => Promise<string | undefined>
  packagesId: () => string
}

/**
 * Returns whether all requests would get the same answers now. Checks first what changes most
 * often.
 */
export async function isFresh(trace: Trace, context: TraceContext): Promise<boolean> {
  const { cwd, displayPath, browserId, packagesId } = context
  try {
    if (digestOfData(await readIssue(trace.target, { cwd })) !== trace.issue) return false
    for (const { absolute, roots, digest } of trace.pictures) {
      if ((await digestOfPicture(absolute, roots)) !== digest) return false
    }
    for (const { asked, digest } of trace.templates) {
      if (digestOfData(await readTemplate(asked, displayPath)) !== digest) return false
    }
    const fonts = await stampsOf(Object.keys(trace.fonts))
    return (
      Object.entries(trace.fonts).every(([path, stamp]) => fonts[path] === stamp) &&
      packagesId() === trace.packages &&
      (trace.browser === undefined || (await browserId()) === trace.browser)
    )
  } catch {
    // Errors are reported by the build that follows.
    return false
  }
}
