import { digestOfData } from '../../system/digest.js'
import type { World } from '../world.js'
import { stampsOf } from './stamp.js'
import type { Trace, TraceContext } from './trace.js'

/** A world that writes down what it is asked and what it answers. */
export interface Recorder {
  world: World
  /** What was asked until now; undefined when it cannot be known what the build used. */
  trace(): Promise<Trace | undefined>
  /** What was written, by path. */
  written: ReadonlyMap<string, Uint8Array>
}

/** Records a single build. */
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
      async readPicture(wish, options) {
        const picture = await world.readPicture(wish, options)
        // Without a value the issue has an error, and nothing of it is kept.
        if (picture.value) {
          const { digest } = picture.value
          pictures.push({ absolute: wish.absolute, roots: options.roots, digest })
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
      async write(path, bytes) {
        await world.write(path, bytes)
        written.set(path, bytes)
      },
    },
    async trace() {
      const id = await browser
      if (id === undefined || issue === undefined) return undefined
      const stamps = Object.assign({}, ...(await Promise.all(fonts))) as Trace['fonts']
      return { ...issue, templates, pictures, fonts: stamps, browser: id, packages: packagesId() }
    },
  }
}
