import { join, relative } from 'node:path'
import { browserId } from '../../browser/here.js'
import { fontFolders, fontPlaces } from '../../fonts/folders.js'
import { openPicture } from '../../images/scale.js'
import { cacheFolderOf } from '../../system/cache-folder.js'
import type { HostOptions } from '../host.js'
import { keptArticles } from './articles.js'
import { packagesId, toolId } from './build-fingerprint.js'
import { keptBuilds, provedPages } from './builds.js'
import type { Cache } from './cache.js'
import { keptContributions } from './contributions.js'
import { keptHtml } from './html.js'
import { limitOf } from './limit.js'
import { keptPictures } from './pictures.js'
import { openStore } from './store.js'

export { type Builder, buildAnew, provedAnew } from './builds.js'

/**
 * Contains the format version, so that versions of the program with another format use another
 * folder.
 */
const BUILDS_FOLDER = 'builds-v1'

/**
 * @param options.force Ignores results of earlier runs; new results are still kept.
 * @throws {Fault} `usage` for an invalid BULLETIN_CACHE_SIZE, `environment` without a home folder.
 */
export async function openCache(
  { cwd, env, home, platform, browser }: HostOptions,
  { force }: { force: boolean },
): Promise<Cache | undefined> {
  const limit = limitOf(env)
  const tool = toolId()
  if (tool === undefined || limit === 0) return undefined
  const folder = join(await cacheFolderOf(env), BUILDS_FOLDER)
  const store = openStore({ folder, limit, force })
  const folders = fontFolders(fontPlaces({ platform, home, env }))
  const environment = {
    tool,
    cwd,
    fontFolders: folders,
    displayPath: (path: string) => relative(cwd, path) || path,
    browserId: () => browserId(env, browser).catch(() => undefined),
    packagesId,
    // `performance` would load a dozen Node modules.
    clock: () => process.uptime() * 1000,
  }
  return {
    store,
    build: keptBuilds(store, environment, force),
    prove: provedPages(store, environment),
    parseArticles: keptArticles(store, tool),
    openHtml: keptHtml(store, tool, cwd),
    contributions: keptContributions(store, tool),
    openPicture: keptPictures(store, pictureTool(tool), openPicture),
  }
}

/**
 * Returns a function that gives the id of this program and its packages. The packages are looked up
 * once, for the first picture.
 */
function pictureTool(tool: string): () => string {
  let known: string | undefined
  return () => {
    known ??= `${tool} ${packagesId()}`
    return known
  }
}
