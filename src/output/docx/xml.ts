import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

/** An element of WordprocessingML. */
export type Xml = Element

type Attributes = Record<string, string | number | undefined>
/** Children that are missing are left out. */
type Child = Xml | string | undefined | readonly (Xml | undefined)[]

/** `w:NAME` of WordprocessingML (ECMA-376, part 1, 17); its attributes get the same prefix. */
export const w = (name: string, attributes: Attributes = {}, ...children: Child[]): Xml =>
  element(`w:${name}`, prefixed('w', attributes), ...children)

/** `m:NAME` of Office MathML (ECMA-376, part 1, 22). */
export const m = (name: string, attributes: Attributes = {}, ...children: Child[]): Xml =>
  element(`m:${name}`, prefixed('m', attributes), ...children)

/** An element with the prefix and attributes as given. */
export const element = (name: string, attributes: Attributes, ...children: Child[]): Xml =>
  x(
    name,
    attributes,
    children.flatMap((child) =>
      typeof child === 'object' && 'length' in child ? child.filter((one) => !!one) : child,
    ),
  )

/** A part of the package: the declaration and its root element. */
export const partOf = (root: Xml): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${toXml(root, { closeEmptyElements: true })}`,
  )

const prefixed = (prefix: string, attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.includes(':') ? name : `${prefix}:${name}`,
      value,
    ]),
  )

/** The namespaces that the parts of a document use. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const
