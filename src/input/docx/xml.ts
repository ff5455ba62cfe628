import sax from 'sax'
import { decode } from '../../system/decode.js'
import { prefixOf } from './namespaces.js'
import { damaged, Unreadable } from './unreadable.js'

/** An element, with the usual prefix of its namespace: `w:p`, whatever the producer calls it. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** How deep elements may lie in one another, and how many there may be. */
const deepest = 400
const most = 4e6

// A picture's VML may hold its drawing in an attribute of some hundred kilobytes; parts are bounded as
// a whole.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY })

/**
 * Reads a part. Document types are refused, so that no entity can be defined; depth and number of
 * elements are bounded.
 *
 * @throws {Unreadable} when it is not well-formed, or built to overwhelm.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const { text } = decode(bytes)
  if (text === undefined) throw damaged()
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let count = 0
  const parser = sax.parser(true, { xmlns: true })
  parser.ondoctype = () => {
    throw refused
  }
  parser.onerror = (error) => {
    throw damaged(error)
  }
  parser.onopentag = (tag) => {
    count += 1
    if (open.length > deepest || count > most) throw refused
    const { attributes: written, uri, prefix, local } = tag as sax.QualifiedTag
    const attributes: Record<string, string> = {}
    for (const one of Object.values(written))
      attributes[qualified(one.uri, one.prefix, one.local)] = one.value
    const element = { name: qualified(uri, prefix, local), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  const addText = (value: string) => void open.at(-1)?.children.push(value)
  parser.ontext = addText
  parser.oncdata = addText
  parser.write(text).close()
  const [top] = root.children.filter(isElement)
  if (!top) throw damaged()
  return top
}

const qualified = (uri: string, prefix: string, local: string): string => {
  const usual = prefixOf(uri) ?? prefix
  return usual === '' ? local : `${usual}:${local}`
}

const refused = new Unreadable(
  '里面有 Word 不会写的东西（文件类型声明，或层层嵌套），没有读',
  '用 Word 或 WPS 打开，另存为 .docx，再导入。',
)

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

/** The elements directly in another. */
export const elementsOf = (parent: XmlElement | undefined): XmlElement[] =>
  parent?.children.filter(isElement) ?? []

/** The first child of a name. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(parent).find((one) => one.name === name)

/** All children of a name. */
export const children = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(parent).filter((one) => one.name === name)

/** The element at the end of a way of names. */
export const at = (parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((from, name) => child(from, name), parent)

/** `w:val` of a child; undefined when there is no such child. */
export const settingOf = (parent: XmlElement | undefined, name: string): string | undefined => {
  const found = child(parent, name)
  return found && (found.attributes['w:val'] ?? '')
}

/** Whether a property that is there or not (`<w:b/>`, `<w:b w:val="0"/>`) is on; undefined when unsaid. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const value = settingOf(parent, name)
  return value === undefined ? undefined : !/^(?:0|false|off|none)$/.test(value)
}

/** Every element below another, itself first, in document order. */
export function* below(element: XmlElement): Generator<XmlElement> {
  const waiting = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const one of elementsOf(next).reverse()) waiting.push(one)
  }
}

/** The text directly in an element. */
export const textIn = (element: XmlElement): string =>
  element.children.filter((node) => typeof node === 'string').join('')

/** A whole number in an attribute. */
export function whole(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number.parseInt(text, 10)
  return Number.isNaN(value) ? undefined : value
}
