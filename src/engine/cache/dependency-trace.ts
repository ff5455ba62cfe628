import { digestOfData } from '../../system/digest.js'
import type { World } from '../world.js'
import { stampsOf } from './stamp.js'
import type { Trace, TraceContext } from './trace.js'

/** A world that records the requests of one build and the digests of the answers. */
export interface Recorder {
  world: World
  /** Returns the recorded requests; undefined when the inputs of the build cannot be determined. */
  trace(): Promise<Trace | undefined>
  /** The files written, by path. */
  written: ReadonlyMap<string, Uint8Array>
}

/** Wraps `world` to record a single build. */
export function recorded(
  world: World,
  { browserId, packagesId }: Pick<TraceContext, 'browserId' | 'packagesId'>,
): Recorder {
  const written = new Map<string, Uint8Array>()
  const templates: Trace['templates'] = []
  const pictures: Trace['pictures'] = []
  const fonts: Promise<Trace['fonts']>[] = []
  let issue: Pick<Trace, 'target' | 'issue'> | undefined
  let browser: ReturnType<TraceContext['browserId']> | undefined

  return {
    written,
    world: {
      ...world,
      async readIssue(target) {
        const sources = await world.readIssue(target)
        issue = { target, issue: digestOfData(sources) }
        return sources
      },
      async readTemplate(asked) {
        const files = await world.readTemplate(asked)
        templates.push({ asked, digest: digestOfData(files) })
        return files
      },
      async readPicture(request, options) {
        const picture = await world.readPicture(request, options)
        // Without a value the issue has an error, and the build is not cached.
        if (picture.value) {
          const { digest } = picture.value
          pictures.push({ absolute: request.absolute, roots: options.roots, digest })
        }
        return picture
      },
      async chooseFonts(wanted, place) {
        const chosen = await world.chooseFonts(wanted, place)
        fonts.push(stampsOf(chosen.value.dependsOn))
        return chosen
      },
      print(html, set, options) {
        const printed = world.print(html, set, options)
        browser = browserId()
        return printed
      },
      draw(html, set) {
        const drawn = world.draw(html, set)
        browser = browserId()
        return drawn
      },
      async write(path, bytes, option) {
        await world.write(path, bytes, option)
        written.set(path, bytes)
      },
    },
    async trace() {
      const id = await browser
      if ((browser && id === undefined) || issue === undefined) return undefined
      const stamps = Object.assign({}, ...(await Promise.all(fonts))) as Trace['fonts']
      return {
        ...issue,
        templates,
        pictures,
        fonts: stamps,
        ...(id !== undefined && { browser: id }),
        packages: packagesId(),
      }
    },
  }
}
