import type { Root } from 'hast'
import type { FontSet } from '../../fonts/font-set.js'
import type { Request } from '../../model/request.js'
import { digestOf, digestOfData } from '../../system/digest.js'
import type { KeepHtml } from '../../typeset/content-html.js'
import { stampsOf } from './stamp.js'
import type { Store } from './store.js'

/** Returns what keeps the typeset content of the issue of a request, set in these fonts. */
export type OpenHtml = (
  request: Pick<Request, 'target' | 'template' | 'edition'>,
  fonts: Pick<FontSet, 'css' | 'dependsOn'>,
) => Promise<KeepHtml>

/**
 * Keeps the HTML of all content (articles, notes, briefs) that the last build of an issue typeset, so
 * that lines are composed again only for what has changed. One entry of the store for an issue: there
 * are a hundred pieces of content in one, and a file for each would take longer to read.
 *
 * @param tool id of the program, on which the HTML of the same content depends.
 */
export const keptHtml = (store: Store, tool: string, cwd: string): OpenHtml => {
  /** Digests of content, by identity: a build reuses the articles of the one before. */
  const digests = new WeakMap<Root, string>()
  const digestOfContent = (content: Root): string => {
    const digest = digests.get(content) ?? digestOfData(content)
    digests.set(content, digest)
    return digest
  }
  return async ({ target, template, edition }, fonts) => {
    const entry = `html-${digestOfData([tool, cwd, target, template, edition !== undefined])}`
    const fontsId = digestOfData([fonts.css, await stampsOf(fonts.dependsOn)])
    const before = htmlIn(store.read(entry))
    const now = new Map<string, string>()
    return (content, inputs, make) => {
      const key = digestOf([fontsId, inputs, digestOfContent(content)].join('\n'))
      const known = now.get(key) ?? before.get(key)
      const html = known ?? make()
      now.set(key, html)
      if (known === undefined) store.keep(entry, () => Buffer.from(JSON.stringify([...now])))
      return html
    }
  }
}

const htmlIn = (kept: Buffer | undefined): ReadonlyMap<string, string> =>
  new Map(kept && (JSON.parse(kept.toString()) as [string, string][]))
