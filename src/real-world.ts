import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { FontSet } from './fonts/font-set.js'
import { fontSet } from './fonts/font-set.js'
import type { Place } from './model.js'
import { packageRoot } from './package.js'
import type { OpenBrowser } from './print/browser/index.js'
import { cacheFolderOf, openBrowser, virtualOrigin } from './print/browser/index.js'
import type { BlankPage } from './print/index.js'
import { fontsGoHere } from './render/fonts-go-here.js'
import type { World } from './world.js'

/** What the program stands on. Read once, at the door. */
export interface Surroundings {
  cwd: string
  env: NodeJS.ProcessEnv
  home: string
  platform: NodeJS.Platform
  /** `--browser`: a program, or the `ws://` address of one elsewhere. */
  browser?: string
  /** Whether builds follow one another: a page is opened ahead for the next print. */
  watching?: boolean
}

/** The real world: files, fonts and a browser of this machine. */
export async function realWorld({
  cwd,
  env,
  home,
  platform,
  browser,
  watching = false,
}: Surroundings): Promise<World> {
  const cacheFolder = await cacheFolderOf(env)
  const browsers = new Map<string, Promise<OpenBrowser>>()
  const blanks = new Map<OpenBrowser, BlankPage>()
  const chosen = new Map<string, ReturnType<World['chooseFonts']>>()

  const chooseFonts: World['chooseFonts'] = (wanted, place = nowhere) => {
    const key = JSON.stringify([wanted, wanted && place])
    const fonts =
      chosen.get(key) ??
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
    chosen.set(key, fonts)
    return fonts
  }

  const browserFor = async (fonts: FontSet, onSpawn?: () => void): Promise<OpenBrowser> => {
    const browserEnv = platform === 'linux' ? await fonts.browserEnv() : undefined
    const key = browserEnv?.FONTCONFIG_FILE ?? ''
    const start = () => {
      const open = openBrowser({ executable: browser, env, cacheFolder, browserEnv, onSpawn })
      browsers.set(key, open)
      return open
    }
    const known = browsers.get(key)
    if (known === undefined) return start()
    const open = await known.catch(() => undefined)
    // One that did not start will not start for the next issue either; an hour later it may.
    if (open ? !open.isLost() : !watching) return known
    const other = browsers.get(key)
    if (other !== undefined && other !== known) return other
    browsers.delete(key)
    await open?.close()
    return browsers.get(key) ?? start()
  }

  return {
    async readIssue(target) {
      const { readIssue } = await import('./read/index.js')
      return readIssue(target, { cwd })
    },
    async readTemplate(template) {
      const { readTemplate } = await import('./read/template.js')
      return readTemplate(template, (path) => relative(cwd, path) || path)
    },
    async readPicture(wish, options) {
      const { readPicture } = await import('./read/pictures.js')
      return readPicture(wish, options)
    },
    chooseFonts,
    async print(html, fonts, options) {
      const { openBlank, print } = await import('./print/index.js')
      const open = await browserFor(fonts)
      // Only a browser that we started on Linux was told where fonts lie; others get them in the page.
      const seesFonts = platform === 'linux' && open.pid !== undefined
      const subset = seesFonts ? undefined : await fonts.subset(html)
      const css = subset?.cssAt(fontsAddress) ?? fonts.css
      const resources = new Map([
        ...options.resources,
        ...(subset?.resourcesAt(fontsAddress) ?? []),
      ])
      const page = html.replace(fontsGoHere, () => css)
      const blank = blanks.get(open)
      blanks.delete(open)
      const printed = await print(open, page, { ...options, resources }, blank)
      if (watching && !blanks.has(open)) blanks.set(open, openBlank(open))
      const browser = `${open.name} ${open.version}`
      if (printed.html === undefined) return { ...printed, browser }
      // Whoever looks at the page has other fonts: the page brings its own.
      const { embeddedCss } = subset ?? (await fonts.subset(html))
      return { ...printed, browser, html: printed.html.replace(css, embeddedCss) }
    },
    async warmUp() {
      const { value } = await chooseFonts(undefined)
      await new Promise<void>((resolve) => {
        // Whoever prints first hears of a browser that does not start.
        browserFor(value, resolve)
          .then(async (open) => {
            const { openBlank } = await import('./print/index.js')
            blanks.set(open, openBlank(open))
          })
          .then(resolve, () => resolve())
      })
    },
    forget(paths) {
      for (const key of chosen.keys()) {
        if (paths.some((path) => key.includes(JSON.stringify(path)))) chosen.delete(key)
      }
    },
    async write(path, bytes) {
      const { writeWhole } = await import('./finish/index.js')
      await writeWhole(path, bytes)
    },
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
