import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Glyph, Operators } from './glyphs.js'
import { fontsIn, glyphsOf } from './glyphs.js'
import type { Line } from './lines.js'
import { linesOf } from './lines.js'

/** A bookmark. `page` counts from 1. */
export interface Bookmark {
  title: string
  depth: number
  page: number
}

/** A link on a page: to a page of this file or to an address. */
export interface Link {
  page?: number
  url?: string
  /** Position in mm from the top left corner of the sheet. */
  left: number
  top: number
  bottom: number
}

/** An element of the structure tree, used by screen readers. */
export interface Tag {
  role: string
  alt?: string
  lang?: string
  /** The marked content directly in it, by its number on the page. */
  content: number[]
  children: Tag[]
}

export interface PdfPage {
  /** Page number, from 1. */
  number: number
  /** Page size, mm. */
  width: number
  height: number
  glyphs: Glyph[]
  lines: Line[]
  /** All text of the page, without line ends. */
  text: string
  links: Link[]
  tags: Tag[]
}

/** How a font is embedded. */
export interface PdfFont {
  type3: boolean
  embedded: boolean
}

export interface Pdf {
  pages: PdfPage[]
  outline: Bookmark[]
  labels: string[] | null
  /** The document information dictionary: Title, Author, CreationDate … */
  info: Record<string, unknown>
  /** Fonts by embedded family name. */
  fonts: Map<string, PdfFont>
  lang: string
  /** Whether viewers show the title instead of the file name (DisplayDocTitle). */
  showsTitle: boolean
}

/** Parses a PDF into pages, lines, links, bookmarks, tags and fonts. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  // Pictures are not decoded: only their positions are needed, and pdfjs decodes slowly.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, maxImageSize: 1 })
  const file = await task.promise
  try {
    const fonts: Pdf['fonts'] = new Map()
    const pages: PdfPage[] = []
    for (let number = 1; number <= file.numPages; number++) {
      pages.push(await readPage(file, await file.getPage(number), fonts))
    }
    const { info } = await file.getMetadata()
    const preferences = (await file.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
    return {
      pages,
      outline: await bookmarksOf(file, (await file.getOutline()) ?? [], 1),
      labels: await file.getPageLabels(),
      info: info as Record<string, unknown>,
      fonts,
      lang: String((info as { Language?: string }).Language ?? ''),
      showsTitle: preferences?.DisplayDocTitle === true,
    }
  } finally {
    await task.destroy()
  }
}

const mm = 25.4 / 72

async function readPage(
  file: PDFDocumentProxy,
  page: PDFPageProxy,
  fonts: Pdf['fonts'],
): Promise<PdfPage> {
  const [, , width = 0, height = 0] = page.view
  const operators = (await page.getOperatorList()) as Operators
  // On a busy machine the fonts load after the operator list that names them.
  await Promise.all(
    fontsIn(operators).map((id) => new Promise((resolve) => page.commonObjs.get(id, resolve))),
  )
  const name = (id: string): string => {
    const font = page.commonObjs.get(id) as {
      name: string
      isType3Font?: boolean
      missingFile?: boolean
    }
    const family = font.name.replace(/^[A-Z]{6}\+/, '')
    fonts.set(family, { type3: font.isType3Font === true, embedded: font.missingFile !== true })
    return family
  }
  const glyphs = glyphsOf(operators, height, name)
  const lines = linesOf(glyphs)
  return {
    number: page.pageNumber,
    width: width * mm,
    height: height * mm,
    glyphs,
    lines,
    text: lines.map(({ text }) => text).join(''),
    links: await linksOf(file, page, height),
    tags: tagsOf((await page.getStructTree()) as Node | null),
  }
}

async function linksOf(
  file: PDFDocumentProxy,
  page: PDFPageProxy,
  height: number,
): Promise<Link[]> {
  const links: Link[] = []
  for (const { subtype, rect, dest, url } of await page.getAnnotations()) {
    if (subtype !== 'Link') continue
    const [left, bottom, , top] = rect as [number, number, number, number]
    const place = { left: left * mm, top: (height - top) * mm, bottom: (height - bottom) * mm }
    links.push({ ...place, url, page: dest ? await pageOf(file, dest) : undefined })
  }
  return links
}

/** The page of a destination, explicit or named; counted from 1. */
async function pageOf(file: PDFDocumentProxy, given: string | unknown[]): Promise<number> {
  const place = typeof given === 'string' ? await file.getDestination(given) : given
  if (!place) throw new Error(`nothing is called ${given}`)
  return (await file.getPageIndex(place[0])) + 1
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function bookmarksOf(
  file: PDFDocumentProxy,
  items: Outline,
  depth: number,
): Promise<Bookmark[]> {
  const found: Bookmark[] = []
  for (const { title, dest, items: inner } of items) {
    found.push({ title, depth, page: dest ? await pageOf(file, dest) : 0 })
    found.push(...(await bookmarksOf(file, inner, depth + 1)))
  }
  return found
}

interface Node {
  role?: string
  alt?: string
  lang?: string
  /** Of marked content: ends with its number. */
  id?: string
  children?: Node[]
}

const tagsOf = (node: Node | null): Tag[] =>
  (node?.children ?? [])
    .filter(({ role }) => role !== undefined)
    .map((child) => ({
      role: child.role ?? '',
      alt: child.alt,
      lang: child.lang,
      content: (child.children ?? [])
        .flatMap(({ id }) => /(?<=_mc)\d+$/.exec(id ?? '') ?? [])
        .map(Number),
      children: tagsOf(child),
    }))

/** The tags of a page at all depths. */
export const allTags = (tags: readonly Tag[]): Tag[] =>
  tags.flatMap((tag) => [tag, ...allTags(tag.children)])
