import { digestOfPicture } from '../../images/open.js'
import { readIssue } from '../../input/files/index.js'
import { readTemplate } from '../../input/files/template.js'
import { digestOfData } from '../../system/digest.js'
import type { World } from '../world.js'
import { stampsOf } from './stamp.js'

/** All that a build asked of the world, with the digests of the answers. A build that would get the same answers makes the same PDF. */
export interface Trace {
  target: string
  /** Everything that was read of the issue: its texts, its settings and its parent's, its neighbours', what names lie there. */
  issue: string
  templates: { asked: Parameters<World['readTemplate']>[0]; digest: string }[]
  pictures: { absolute: string; roots: readonly string[]; digest: string }[]
  /** Files of the fonts and the folders that were looked through, by path. */
  fonts: Record<string, string>
  /** The browser's program; see `browserId`. */
  browser: string
  /** See `packagesId`. */
  packages: string
}

/** What cannot be asked of the file system by a path alone. */
export interface TraceContext {
  cwd: string
  displayPath: (path: string) => string
  /** Undefined when nobody can tell without starting the browser, or there is none. */
  browserId: () => Promise<string | undefined>
  packagesId: () => string
}

/** Whether the world would give the same answers today. What changes most often is asked first. */
export async function isFresh(trace: Trace, around: TraceContext): Promise<boolean> {
  const { cwd, displayPath, browserId, packagesId } = around
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
      (await browserId()) === trace.browser
    )
  } catch {
    // What is wrong with the world is the build's to say.
    return false
  }
}
