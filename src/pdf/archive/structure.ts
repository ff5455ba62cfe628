import { contentStreams, objects } from '../content/streams-of.js'
import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from '../document.js'
import { dictionaryOr } from '../pages.js'
import { contentAt } from '../streams.js'
import { dictionaryOf, referenceFrom } from '../syntax.js'
import { withArtifacts } from './artifacts.js'

/** ISO 32000-1, 14.8.4: the standard structure types. */
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

/** Types of PDF 2.0 that the browser writes, by the type of PDF 1.7 that means the same. */
const sameAs: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
  Aside: 'Note',
  FENote: 'Note',
  DocumentFragment: 'Sect',
}

const element = /^<<\/S \/([^\s/<>[\]()]+)\n\/P /

/** Returns the structure types in use, without those that the document maps to standard ones. */
export function unknownTypes(pdf: Pdf): Set<string> {
  const root = dictionaryAt(pdf, catalogueNumber(pdf)).get('StructTreeRoot')
  if (root === undefined) return new Set()
  const mapped = dictionaryOr(dictionaryAt(pdf, referenceFrom(root)).get('RoleMap'))
  const unknown = new Set<string>()
  for (const [, source] of objects(pdf)) {
    const type = element.exec(source)?.[1]
    if (type && !standard.has(type) && !mapped.has(type)) unknown.add(type)
  }
  return unknown
}

/** Returns the root of the structure with a role for each type that is not standard. */
export function rolesMapped(pdf: Pdf): [number: number, body: string] | undefined {
  const types = [...unknownTypes(pdf)].sort()
  if (types.length === 0) return undefined
  const number = referenceFrom(dictionaryAt(pdf, catalogueNumber(pdf)).get('StructTreeRoot'))
  const root = dictionaryAt(pdf, number)
  const roles = dictionaryOr(root.get('RoleMap'))
  for (const type of types) roles.set(type, `/${sameAs[type] ?? 'Div'}`)
  return [number, dictionaryOf(root.set('RoleMap', dictionaryOf(roles)))]
}

/** Whether a form contains tagged content: structure that the browser does not connect to it. */
export function hasTaggedForms(pdf: Pdf): boolean {
  const pages = new Set(pageNumbers(pdf).keys())
  return [...contentStreams(pdf)].some(
    ({ content, owner }) => !pages.has(owner) && tagged.test(contentAt(pdf, content)),
  )
}

const tagged = /\/MCID\s+\d/

/** Whether everything on the pages is tagged or an artifact. */
export function isMarkedWhole(pdf: Pdf): boolean {
  const pages = new Set(pageNumbers(pdf).keys())
  return [...contentStreams(pdf)]
    .filter(({ owner }) => pages.has(owner))
    .every(({ content }) => {
      const source = contentAt(pdf, content)
      return withArtifacts(source, () => false) === source
    })
}
