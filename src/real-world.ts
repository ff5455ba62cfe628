import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { writeWhole } from './finish/index.js'
import type { FontSet } from './fonts/font-set.js'
import { fontSet } from './fonts/font-set.js'
import type { Place, Settings } from './model.js'
import { packageRoot } from './package.js'
import type { OpenBrowser } from './print/browser/index.js'
import { cacheFolderOf, openBrowser, virtualOrigin } from './print/browser/index.js'
import { print } from './print/index.js'
import { readIssue } from './read/index.js'
import { readPicture } from './read/pictures.js'
import { readTemplate } from './read/template.js'
import { fontsGoHere } from './render/index.js'
import type { World } from './world.js'

/** What the program stands on. Read once, at the door. */
export interface Surroundings {
  cwd: string
  env: NodeJS.ProcessEnv
  home: string
  platform: NodeJS.Platform
  /** `--browser`: a program, or the `ws://` address of one elsewhere. */
  browser?: string
}

/** The real world: files, fonts and a browser of this machine. */
export async function realWorld({
  cwd,
  env,
  home,
  platform,
  browser,
}: Surroundings): Promise<World> {
  const cacheFolder = await cacheFolderOf(env)
  const browsers = new Map<string, Promise<OpenBrowser>>()
  // Only a browser that we start on Linux can be told where fonts lie; others get them in the page.
  const seesFonts = platform === 'linux' && !/^wss?:/.test(browser ?? '')

  const chooseFonts = (wanted: Settings['fonts'], place: Place = nowhere) =>
    fontSet({
      wanted,
      place,
      cacheFolder,
      bundledFolder: join(packageRoot(), 'dist/fonts'),
      places: {
        platform,
        home,
        localAppData: env.LOCALAPPDATA,
        windir: env.WINDIR,
        extra: env.BULLETIN_FONTS,
      },
    })

  const browserFor = async (fonts: FontSet): Promise<OpenBrowser> => {
    const browserEnv = seesFonts ? await fonts.browserEnv() : undefined
    const key = browserEnv?.FONTCONFIG_FILE ?? ''
    const open =
      browsers.get(key) ?? openBrowser({ executable: browser, env, cacheFolder, browserEnv })
    browsers.set(key, open)
    return open
  }

  return {
    readIssue: (target) => readIssue(target, { cwd }),
    readTemplate: (template) => readTemplate(template, (path) => relative(cwd, path) || path),
    readPicture,
    chooseFonts,
    async print(html, fonts, options) {
      const open = await browserFor(fonts)
      const subset = seesFonts ? undefined : await fonts.subset(html)
      const css = subset?.cssAt(fontsAddress) ?? fonts.css
      const resources = new Map([
        ...options.resources,
        ...(subset?.resourcesAt(fontsAddress) ?? []),
      ])
      const page = html.replace(fontsGoHere, () => css)
      const printed = await print(open, page, { ...options, resources })
      const browser = `${open.name} ${open.version}`
      if (printed.html === undefined) return { ...printed, browser }
      // Whoever looks at the page has other fonts: the page brings its own.
      const { embeddedCss } = subset ?? (await fonts.subset(html))
      return { ...printed, browser, html: printed.html.replace(css, embeddedCss) }
    },
    async warmUp() {
      const { value } = await chooseFonts(undefined)
      // Whoever prints first hears of a browser that does not start.
      await browserFor(value).catch(() => undefined)
    },
    write: writeWhole,
    clock: () => performance.now(),
    async close() {
      const open = await Promise.allSettled(browsers.values())
      await Promise.all(
        open.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)),
      )
    },
  }
}

const fontsAddress = `${virtualOrigin}/fonts/`

/** Stands for the place of a `fonts:` that nobody wrote. */
const nowhere: Place = { file: 'bulletin.yaml', at: { line: 1, column: 1 } }
