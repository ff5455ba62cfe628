import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { OpenBrowser } from '../browser/index.js'
import { cacheFolderOf, openBrowser, virtualOrigin } from '../browser/index.js'
import type { BrowserEnv } from '../browser/pool.js'
import { browserPool } from '../browser/pool.js'
import { fontPlaces } from '../fonts/folders.js'
import type { FontSet } from '../fonts/font-set.js'
import { fontSet } from '../fonts/font-set.js'
import type { OpenIssue } from '../input/parse-issue.js'
import type { Article } from '../model/article.js'
import { settingsStart } from '../model/place.js'
import type { Staged } from '../model/staged.js'
import type { Span } from '../model/timing.js'
import { digestOf } from '../system/digest.js'
import { packageRoot } from '../system/package.js'
import { fontCssPlaceholder } from '../typeset/font-css-placeholder.js'
import type { HostOptions } from './host.js'
import { onlyOnce } from './only-once.js'
import type { World } from './world.js'

/**
 * Prints after which a browser is replaced, to release the memory it accumulates. Starting a
 * browser takes about a tenth of the time of building an issue.
 */
const printsOfOneBrowser = 50

/** Creates the real world: the files, fonts and browsers of this machine. */
export async function createSystemWorld({
  cwd,
  env,
  home,
  platform,
  browser,
  browsers = 1,
  watching = false,
  alone = false,
  cache,
}: HostOptions): Promise<World> {
  const cacheFolder = await cacheFolderOf(env)
  /** Spans of browser starts that are not yet part of a print's report. */
  const startSpans: Span[] = []

  const launch = (browserEnv: BrowserEnv, onSpawn?: () => void) => {
    const start = clock()
    const open = openBrowser({ executable: browser, env, cacheFolder, browserEnv, onSpawn })
    open.then(
      () => startSpans.push({ name: 'browser', start, ms: clock() - start }),
      () => undefined,
    )
    return open
  }

  const pool = browserPool({
    size: browsers,
    maxUses: printsOfOneBrowser,
    persistent: watching,
    open: launch,
    async openBlank(open) {
      const { openBlank } = await import('../browser/blank-page.js')
      return openBlank(open)
    },
  })
  let closing: Promise<void> | undefined

  const chosen = new Map<string, ReturnType<World['chooseFonts']>>()

  const chooseFonts: World['chooseFonts'] = (wanted, place = settingsStart) => {
    // Settings that name no font file cannot produce diagnostics, so issues with equal settings
    // share the font set.
    const isNamed = typeof wanted === 'object'
    const key = JSON.stringify([wanted, isNamed && place])
    const fonts =
      chosen.get(key) ??
      fontSet({
        wanted,
        place,
        cacheFolder,
        bundledFolder: join(packageRoot(), 'dist/fonts'),
        places: fontPlaces({ platform, home, env }),
      })
    chosen.set(key, fonts)
    return fonts
  }

  const browserEnvOf = async (fonts: FontSet) =>
    platform === 'linux' ? await fonts.browserEnv() : undefined

  /** The page with the rules of its fonts, and the font files that it must be given. */
  const withFonts = async (html: string, fonts: FontSet, open: OpenBrowser) => {
    // Only a browser that this program started on Linux has access to the font folders; other
    // browsers get the fonts with the page.
    const seesFonts = platform === 'linux' && open.pid !== undefined
    const subset = seesFonts ? undefined : await fonts.subset(html)
    // The address contains a digest of the page, so two issues never share a font address.
    const address = seesFonts ? '' : `${virtualOrigin}/fonts-${digestOf(html)}/`
    const css = subset?.cssAt(address) ?? fonts.css
    const page = html.replace(fontCssPlaceholder, () => css)
    return { page, css, subset, fontFiles: subset?.resourcesAt(address) ?? [] }
  }

  return {
    async readIssue(target) {
      const { readIssue } = await import('../input/files/index.js')
      return readIssue(target, { cwd })
    },
    parseArticles: (work) =>
      cache ? cache.parseArticles(work, parseArticles) : parseArticles(work),
    async readTemplate(template) {
      const { readTemplate } = await import('../input/files/template.js')
      return readTemplate(template, (path) => relative(cwd, path) || path)
    },
    async readPicture(request, options) {
      const { readPicture } = await import('../images/open.js')
      return readPicture(request, options, cache?.openPicture)
    },
    chooseFonts,
    ...(cache && { openHtml: cache.openHtml }),
    async print(html, fonts, options) {
      const { print } = await import('../output/pdf/print.js')
      const meanwhile = onlyOnce(async () => {
        await options.meanwhile()
        void cache?.store.settle().then(cache.store.tidy)
      })
      const printed = await pool.use(await browserEnvOf(fonts), async ({ open, blank }) => {
        const { page, css, subset, fontFiles } = await withFonts(html, fonts, open)
        const resources = new Map([...options.resources, ...fontFiles])
        const asked = options.withAsks
        const withAsks: typeof asked =
          asked && ((asks) => asked(asks).replace(fontCssPlaceholder, () => css))
        const result = await print(
          open,
          page,
          { ...options, withAsks, resources, meanwhile },
          blank,
        )
        if (env.BULLETIN_STRICT_LINES === '1' && result.moved.length > 0)
          throw new Error(`lines are not those composed: ${JSON.stringify(result.moved)}`)
        const printed = { ...result, spans: [...startSpans.splice(0), ...result.spans] }
        const browser = `${open.name} ${open.version}`
        if (printed.html === undefined) return { ...printed, browser }
        // The HTML file is read on machines with other fonts, so the fonts are embedded.
        const { embeddedCss } = subset ?? (await fonts.subset(html))
        return { ...printed, browser, html: printed.html.replace(css, embeddedCss) }
      })
      // Closing the browser takes as long as finishing the PDF, so both run in parallel.
      if (alone) closing = pool.closeIdle()
      return printed
    },
    async draw(html, fonts) {
      const { drawElements } = await import('../browser/draw.js')
      return pool.use(await browserEnvOf(fonts), async ({ open }) => {
        const { page, fontFiles } = await withFonts(html, fonts, open)
        return drawElements(open, page, new Map(fontFiles))
      })
    },
    async warmUp() {
      const { value } = await chooseFonts(undefined)
      await pool.warmUp(await browserEnvOf(value))
    },
    forget(paths) {
      for (const key of chosen.keys()) {
        if (paths.some((path) => key.includes(JSON.stringify(path)))) chosen.delete(key)
      }
    },
    async write(path, bytes, option) {
      const { writeWhole } = await import('../system/write-whole.js')
      await writeWhole(path, bytes, { option, lasting: !watching })
    },
    clock,
    async close() {
      await Promise.all([pool.close(), closing])
    },
  }
}

/**
 * Parses articles one after another. Yields to the event loop in between, for the browser that is
 * starting.
 */
async function parseArticles(work: OpenIssue['work']): Promise<Staged<Article>[]> {
  const { parseArticle } = await import('../input/parse-issue.js')
  const parsed: Staged<Article>[] = []
  for (const { file, options } of work) {
    parsed.push(parseArticle(file, options))
    await setImmediate()
  }
  return parsed
}

/** Milliseconds since the process started. */
const clock = () => performance.now()
