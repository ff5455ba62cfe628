import type { DrawnElement } from '../../browser/draw.js'
import { forScreen, rasterized } from '../../images/for-screen.js'
import type { WebTemplate } from '../../model/template.js'
import { fontCssPlaceholder } from '../../typeset/font-css-placeholder.js'
import { styleSheet } from '../../typeset/template/template.js'
import { stylesOf } from './page.js'
import type { Drawing, DrawnPicture } from './state.js'

/** Collects what has to be drawn, each once. */
export interface Drawings {
  drawing: (drawing: Drawing) => undefined
  svg: (svg: string) => undefined
  drawings: Map<string, Drawing>
  svgs: Set<string>
}

export function collectedDrawings(): Drawings {
  const drawings = new Map<string, Drawing>()
  const svgs = new Set<string>()
  return {
    drawing: (one) => void drawings.set(keyOf(one), one),
    svg: (svg) => void svgs.add(svg),
    drawings,
    svgs,
  }
}

const keyOf = ({ html, what }: Drawing): string => `${what} ${html}`

/** Pixels of a code: three times the size at which it stands in the article. */
const svgPixels = 450

/** The pictures of what was collected. The browser starts only if there is a table or a formula. */
export async function drawnPictures(
  { drawings, svgs }: Drawings,
  template: WebTemplate,
  draw: (html: string) => Promise<DrawnElement[]>,
): Promise<{
  drawn: (drawing: Drawing) => DrawnPicture | undefined
  svg: (svg: string) => string | undefined
}> {
  const asked = [...drawings.values()]
  const elements = asked.length === 0 ? [] : await draw(pageOf(asked, template))
  const pictures = new Map<string, DrawnPicture>()
  for (const [index, { png, width, height, depth }] of elements.entries()) {
    const drawing = asked[index]
    if (!drawing) continue
    const { body, type } = await forScreen(
      { body: png, type: 'image/png' },
      { width: mostPixels, codec: 'plain' },
    )
    const address = dataUri(body, type)
    pictures.set(keyOf(drawing), { address, width, height, depth, bytes: body.length })
  }
  const codes = new Map<string, string>()
  for (const svg of svgs) codes.set(svg, dataUri(await rasterized(svg, svgPixels), 'image/png'))
  return { drawn: (one) => pictures.get(keyOf(one)), svg: (one) => codes.get(one) }
}

/** Pixels across of a wide table. */
const mostPixels = 2400

const dataUri = (body: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(body).toString('base64')}`

/** A page with nothing but the drawings, each with the mark of its baseline. */
const pageOf = (asked: readonly Drawing[], template: WebTemplate): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><style>${fontCssPlaceholder}</style><style>${styleSheet(stylesOf(template, 'drawn.css'))}</style></head>
<body>${asked.map(({ html, what }) => `<div><div class="${what}" data-drawn>${html}<span></span></div></div>`).join('\n')}</body></html>`
