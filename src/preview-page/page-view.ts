import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { EditionPage } from '../model/preview.js'
import { made } from './elements.js'
import type { OpenEdition } from './open-edition.js'

/** Most pixels of one page; beyond it browsers refuse a canvas or run out of memory. */
const mostPixels = 24e6

/** A page on the desk. Its element stays while its look does, wherever in the issue it moves. */
export interface PageView {
  element: HTMLElement
  /** Holds what lies over the page: marks, grid. */
  overlay: HTMLElement
  text: HTMLElement
  number: number
  /** The look it should have. */
  digest: string
  /** The look and scale (device pixels a pt) of its canvas. */
  drawn?: { digest: string; scale: number }
  canvas?: HTMLCanvasElement
  /** The look whose text lies over the page, to be selected and found. */
  textOf?: string
}

/** Makes an empty page. */
export function pageView(): PageView {
  const text = made('div', 'textLayer')
  const overlay = made('div', 'overlay')
  const element = made('section', 'page', text, overlay)
  return { element, overlay, text, number: 0, digest: '' }
}

/**
 * Gives a page its number, size and look. A canvas of another look stays until the new one is drawn;
 * text of another look goes at once, so that nothing is found where it no longer stands.
 */
export function setPage(view: PageView, number: number, page: EditionPage): void {
  view.number = number
  view.digest = page.digest
  if (view.textOf !== page.digest) dropText(view)
  view.element.id = `page-${number}`
  view.element.setAttribute('aria-label', `第 ${number} 页`)
  view.element.style.setProperty('--width', String(page.width))
  view.element.style.setProperty('--height', String(page.height))
}

export interface Drawing {
  canvas: HTMLCanvasElement
  digest: string
  scale: number
}

/**
 * Canvases that are no longer shown. A new one of this size takes as long to get and to show for the
 * first time as drawing half the page.
 */
const spare: HTMLCanvasElement[] = []
/** Most spare canvases: as many as there are pages in a window. */
const mostSpare = 3

function blankCanvas(width: number, height: number): HTMLCanvasElement {
  const fits = (canvas: HTMLCanvasElement) => canvas.width === width && canvas.height === height
  const index = spare.findIndex(fits)
  const [known] = index < 0 ? [] : spare.splice(index, 1)
  const canvas = known ?? document.createElement('canvas')
  if (!known) Object.assign(canvas, { width, height })
  return canvas
}

function release(canvas: HTMLCanvasElement): void {
  canvas.remove()
  spare.push(canvas)
  // Without a size it needs no memory, at once.
  if (spare.length > mostSpare) Object.assign(spare.shift() ?? {}, { width: 0 })
}

/** Draws a page of an edition, `scale` device pixels a pt. */
export async function draw(
  { file, pages }: OpenEdition,
  number: number,
  scale: number,
): Promise<Drawing> {
  const page = await file.page(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale: fitting })
  const canvas = blankCanvas(Math.round(viewport.width), Math.round(viewport.height))
  // As for printing: drawing does not wait for frames, so a hidden window is up to date as well.
  await page.render({ canvas, viewport, annotationMode: 0, intent: 'print' }).promise
  return { canvas, scale, digest: pages[number - 1]?.digest ?? '' }
}

/** Puts a drawing on the page in place of the one before. */
export function putDrawing(view: PageView, { canvas, digest, scale }: Drawing): void {
  view.element.prepend(canvas)
  if (view.canvas) release(view.canvas)
  view.canvas = canvas
  view.drawn = { digest, scale }
  if (view.textOf !== digest) dropText(view)
}

/** Releases the memory of a page that is far from the window. */
export function dropDrawing(view: PageView): void {
  if (view.canvas) release(view.canvas)
  delete view.canvas
  delete view.drawn
  dropText(view)
}

function dropText(view: PageView): void {
  delete view.textOf
  view.text.replaceChildren()
}

/** Lays the text of a page over it, invisible, so that it can be selected and highlighted. */
export async function layText(view: PageView, { file }: OpenEdition): Promise<void> {
  const { digest, number } = view
  view.textOf = digest
  const page = await file.page(number)
  const layer = made('div', 'textLayer')
  const viewport = page.getViewport({ scale: 1 })
  const content = page.streamTextContent()
  await new TextLayer({ textContentSource: content, container: layer, viewport }).render()
  if (view.textOf !== digest) return
  view.text.replaceWith(layer)
  view.text = layer
}
