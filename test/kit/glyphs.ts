import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './matrix.js'
import { identity, matrixOf, multiply } from './matrix.js'

/** A glyph and its position on the sheet. */
export interface Glyph {
  text: string
  /** Its origin on the baseline, mm from the top left corner of the sheet. */
  x: number
  y: number
  /** Advance width, mm. */
  width: number
  /** Font size, pt. */
  size: number
  /** Embedded font family without the subset prefix: `BulletinFangsong`. */
  font: string
  /** Whether it is an artifact (page number, rule) and not content. */
  artifact: boolean
  /** The marked content that it is part of, by its number on the page; the tags point to it. */
  content: number | undefined
}

/** A page's content stream as parsed by pdfjs. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly (readonly unknown[] | null)[]
}

/** The fonts used on a page, by pdfjs's internal names. */
export const fontsIn = ({ fnArray, argsArray }: Operators): string[] => [
  ...new Set(
    fnArray.flatMap((operator, index) =>
      operator === OPS.setFont ? String(argsArray[index]?.[0]) : [],
    ),
  ),
]

interface ShownGlyph {
  unicode: string
  width: number
  isSpace?: boolean
}

const mm = 25.4 / 72

/**
 * Interprets a content stream and returns every glyph with its position. `fontName` maps a loaded
 * font's id to its name.
 */
export function glyphsOf(
  { fnArray, argsArray }: Operators,
  height: number,
  fontName: (id: string) => string,
): Glyph[] {
  const glyphs: Glyph[] = []
  let state = {
    ctm: identity,
    font: '',
    size: 0,
    spacing: 0,
    words: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  }
  const stack: (typeof state)[] = []
  const marks: { isArtifact: boolean; content: number | undefined }[] = []
  let line: Matrix = identity
  let text: Matrix = identity

  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (shown: readonly (ShownGlyph | number)[]) => {
    for (const one of shown) {
      if (typeof one === 'number') {
        text = multiply(text, [1, 0, 0, 1, (-one / 1000) * state.size * state.scale, 0])
        continue
      }
      const at = multiply(multiply(state.ctm, text), [1, 0, 0, 1, 0, state.rise])
      const grown = Math.hypot(at[0], at[1])
      const advance =
        ((one.width / 1000) * state.size + state.spacing + (one.isSpace ? state.words : 0)) *
        state.scale
      glyphs.push({
        text: one.unicode,
        x: at[4] * mm,
        y: (height - at[5]) * mm,
        width: advance * grown * mm,
        size: state.size * grown,
        font: fontName(state.font),
        artifact: marks.some((mark) => mark.isArtifact),
        content: marks.findLast(({ content }) => content !== undefined)?.content,
      })
      text = multiply(text, [1, 0, 0, 1, advance, 0])
    }
  }
  const begin = (tag: unknown, content?: unknown) => {
    marks.push({
      isArtifact: isArtifact(tag),
      content: typeof content === 'number' ? content : undefined,
    })
  }
  const steps: Record<number, (args: readonly unknown[]) => void> = {
    [OPS.save]: () => void stack.push(state),
    [OPS.restore]: () => {
      state = stack.pop() ?? state
    },
    [OPS.transform]: (args) => {
      state = { ...state, ctm: multiply(state.ctm, matrixOf(args)) }
    },
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      stack.push(state)
      if (matrix) state = { ...state, ctm: multiply(state.ctm, matrixOf([matrix])) }
    },
    [OPS.paintFormXObjectEnd]: () => {
      state = stack.pop() ?? state
    },
    [OPS.beginText]: () => {
      line = identity
      text = identity
    },
    [OPS.setFont]: ([font, size]) => {
      state = { ...state, font: String(font), size: Number(size) }
    },
    [OPS.setCharSpacing]: ([spacing]) => {
      state = { ...state, spacing: Number(spacing) }
    },
    [OPS.setWordSpacing]: ([words]) => {
      state = { ...state, words: Number(words) }
    },
    [OPS.setHScale]: ([scale]) => {
      state = { ...state, scale: Number(scale) / 100 }
    },
    [OPS.setLeading]: ([leading]) => {
      state = { ...state, leading: Number(leading) }
    },
    [OPS.setTextRise]: ([rise]) => {
      state = { ...state, rise: Number(rise) }
    },
    [OPS.setTextMatrix]: (args) => {
      line = matrixOf(args)
      text = line
    },
    [OPS.moveText]: ([x, y]) => move(Number(x), Number(y)),
    [OPS.setLeadingMoveText]: ([x, y]) => move(Number(x), Number(y)),
    [OPS.nextLine]: () => move(0, -state.leading),
    [OPS.showText]: ([shown]) => show(shown as readonly (ShownGlyph | number)[]),
    [OPS.beginMarkedContent]: ([tag]) => begin(tag),
    [OPS.beginMarkedContentProps]: ([tag, content]) => begin(tag, content),
    [OPS.endMarkedContent]: () => void marks.pop(),
  }
  for (const [index, operator] of fnArray.entries()) steps[operator]?.(argsArray[index] ?? [])
  return glyphs
}

const isArtifact = (tag: unknown): boolean =>
  (typeof tag === 'string' ? tag : (tag as { name?: string } | null)?.name) === 'Artifact'
