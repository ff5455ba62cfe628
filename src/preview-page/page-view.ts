import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { EditionPage } from '../model/preview.js'
import type { OpenEdition } from './edition-file.js'
import { made } from './elements.js'

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

/** Gives a page its number, size and look; a canvas of another look stays until the new one is drawn. */
export function setPage(view: PageView, number: number, page: EditionPage): void {
  view.number = number
  view.digest = page.digest
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

/** Draws a page of an edition, `scale` device pixels a pt. */
export async function draw(
  { file, pages }: OpenEdition,
  number: number,
  scale: number,
): Promise<Drawing> {
  const page = await file.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale: fitting })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  // As for printing: drawing does not wait for frames, so a hidden window is up to date as well.
  await page.render({ canvas, viewport, annotationMode: 0, intent: 'print' }).promise
  return { canvas, scale, digest: pages[number - 1]?.digest ?? '' }
}

/** Puts a drawing on the page in place of the one before. */
export function putDrawing(view: PageView, { canvas, digest, scale }: Drawing): void {
  if (view.canvas) view.canvas.replaceWith(canvas)
  else view.element.prepend(canvas)
  view.canvas = canvas
  view.drawn = { digest, scale }
  if (view.textOf !== digest) dropText(view)
}

/** Releases the memory of a page that is far from the window. */
export function dropDrawing(view: PageView): void {
  if (view.canvas) {
    view.canvas.width = 0
    view.canvas.remove()
  }
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
  const page = await file.getPage(number)
  const layer = made('div', 'textLayer')
  const viewport = page.getViewport({ scale: 1 })
  const content = page.streamTextContent()
  await new TextLayer({ textContentSource: content, container: layer, viewport }).render()
  if (view.textOf !== digest) return
  view.text.replaceWith(layer)
  view.text = layer
}
