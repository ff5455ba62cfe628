import type { Face } from './model.js'
import { at, child, children, settingOf, toggle, whole, type XmlElement } from './xml.js'

/** Paragraph and character styles, each with what it inherits. */
export interface Styles {
  /** Properties of paragraphs, the nearest first: of the style and of those that it is based on. */
  paragraph(id: string | undefined): XmlElement[]
  /** The face that a paragraph style, and then a character style, gives. */
  face(paragraph: string | undefined, character?: string): Face
  /** The name of a paragraph style, in lower case; empty when it has none. */
  name(id: string | undefined): string
  /** A face with what the properties of a run say. */
  withRun(face: Face, properties: XmlElement | undefined): Face
}

/** Reads `styles.xml`, with the East Asian typefaces of the theme. */
export function readStyles(part: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const byId = new Map(children(part, 'w:style').map((one) => [one.attributes['w:styleId'], one]))
  const usual = children(part, 'w:style').find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    let style = byId.get(id) ?? (id === undefined ? usual : undefined)
    while (style && !found.includes(style)) {
      found.push(style)
      style = byId.get(settingOf(style, 'w:basedOn'))
    }
    return found
  }
  const withRun = (face: Face, properties: XmlElement | undefined) =>
    withProperties(face, properties, theme)
  const defaults = withRun({}, at(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
  const inherited = (face: Face, styles: XmlElement[]) =>
    styles.reduceRight((before, style) => withRun(before, child(style, 'w:rPr')), face)
  const faces = new Map<string, Face>()
  return {
    paragraph: (id) => chain(id).flatMap((style) => child(style, 'w:pPr') ?? []),
    face(paragraph, character) {
      const key = `${paragraph}\n${character}`
      const face =
        faces.get(key) ??
        inherited(
          inherited(defaults, chain(paragraph)),
          character === undefined ? [] : chain(character),
        )
      faces.set(key, face)
      return face
    },
    name(id) {
      const style = byId.get(id) ?? (id === undefined ? usual : undefined)
      return (settingOf(style, 'w:name') ?? '').trim().toLowerCase()
    },
    withRun,
  }
}

function withProperties(
  before: Face,
  properties: XmlElement | undefined,
  theme: XmlElement | undefined,
): Face {
  if (!properties) return before
  const face = { ...before }
  const set = <K extends keyof Face>(key: K, value: Face[K]) => {
    if (value !== undefined) face[key] = value
  }
  set('bold', toggle(properties, 'w:b'))
  set('italic', toggle(properties, 'w:i'))
  set('hidden', toggle(properties, 'w:vanish'))
  const struck = toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike')
  set('struck', struck)
  set('underline', toggle(properties, 'w:u'))
  set('marked', toggle(properties, 'w:highlight'))
  set('dotted', toggle(properties, 'w:em'))
  const size = whole(settingOf(properties, 'w:sz'))
  set('size', size === undefined ? undefined : size / 2)
  const color = settingOf(properties, 'w:color')
  set('color', color === 'auto' ? '000000' : color?.toUpperCase())
  set('typeface', typefaceOf(child(properties, 'w:rFonts'), theme))
  const raised = settingOf(properties, 'w:vertAlign')
  if (raised !== undefined) face.raised = raisings.get(raised)
  return face
}

const raisings: ReadonlyMap<string, Face['raised']> = new Map([
  ['superscript', 'super'],
  ['subscript', 'sub'],
])

/** The East Asian typeface of a run; a name of the theme is looked up there. */
function typefaceOf(
  fonts: XmlElement | undefined,
  theme: XmlElement | undefined,
): string | undefined {
  if (!fonts) return undefined
  const { 'w:eastAsiaTheme': named, 'w:eastAsia': written } = fonts.attributes
  if (named === undefined) return written
  const kind = named.startsWith('major') ? 'a:majorFont' : 'a:minorFont'
  const set = at(theme, 'a:themeElements', 'a:fontScheme', kind)
  const hans = children(set, 'a:font').find(({ attributes }) => attributes.script === 'Hans')
  return child(set, 'a:ea')?.attributes.typeface || hans?.attributes.typeface || written
}
