import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

const forbidden =
  /^(?:iframe|frame|object|embed|applet|form|input|base|link|portal|foreignobject|animate|set|use)$/i

/**
 * What in a page could do or load something: elements, event attributes, addresses. A script must be
 * the page's own, which its content security policy names by digest. The pages of a site may lead to
 * one another.
 */
export function harmInHtml(html: string, { inSite = false } = {}): string[] {
  const found: string[] = []
  const waiting: Node[] = [parse(html)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('childNodes' in node) waiting.push(...node.childNodes)
    if ('content' in node) waiting.push(node.content)
    if (!('tagName' in node)) continue
    const { tagName, attrs } = node
    if (forbidden.test(tagName) && !(inSite && isFeed(attrs))) found.push(`<${tagName}>`)
    if (tagName === 'script' && !/script-src (?:'|&#x27;|&#39;)?sha256-/.test(html))
      found.push('<script>')
    for (const { name, value } of attrs) {
      if (/^on/i.test(name)) found.push(`<${tagName} ${name}>`)
      if (/^(?:href|src|xlink:href|action|poster|background|srcset)$/i.test(name)) {
        if (inSite && isOwn(value)) continue
        if (!/^(?:https?:|mailto:|#|data:(?:image|font)\/)/i.test(value) && value !== '')
          found.push(`${name}="${value.slice(0, 40)}"`)
        else if (tagName !== 'a' && /^https?:/i.test(value)) found.push(`<${tagName}> ${value}`)
      }
      if (name === 'style' && /url\((?!["']?data:)/i.test(value)) found.push(`style="${value}"`)
      if (name === 'http-equiv' && /refresh/i.test(value)) found.push('<meta refresh>')
    }
  }
  return found
}

/** A relative address: no scheme, no host, at most one folder up. */
const isOwn = (address: string) =>
  /^(?:\.\.\/)?(?!\.\.)[^:/\\?#]+(?:\/[^:/\\?#]*)*(?:#[\w-]*)?$/.test(address)

/** The only `<link>` of a site: its feed. */
const isFeed = (attrs: readonly { name: string; value: string }[]) =>
  attrs.some(({ name, value }) => name === 'href' && value === 'feed.xml')
