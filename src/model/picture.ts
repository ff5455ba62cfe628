import type { Place } from './place.js'

/** A picture as embedded in the page. */
export interface PictureFile {
  /** The encoded picture, scaled to the print resolution. */
  body: Uint8Array
  /** Media type: `image/jpeg` or `image/png`. */
  type: string
  /** Of a bitmap that was without loss: whether it stands on the page as a JPEG. */
  coding?: Coding
}

/** A picture as an image object of a PDF (ISO 32000-1, 8.9.5). */
export interface PdfPicture {
  /** Size in px. */
  width: number
  height: number
  /** Components of a pixel, eight bits each: one is grey, three are red, green and blue. */
  components: 1 | 3
  /** How `data` is coded. */
  filter: 'DCTDecode' | 'FlateDecode'
  data: Uint8Array
}

/** How a bitmap that was without loss is coded for the page. */
export type Coding =
  | {
      as: 'jpeg'
      /** JPEG quality, 1–100. */
      quality: number
      /** Structural similarity to the picture without loss, 0–1. */
      likeness: number
      /** Bytes of the JPEG as a share of those that it takes without loss. */
      share: number
    }
  | { as: 'lossless'; why: WhyLossless }

/**
 * Why a bitmap stays without loss: parts of it are `transparent`; a JPEG would be hardly smaller than
 * its few colours (`compact`), or be seen to differ (`unlike`); it has too many pixels to try (`huge`).
 */
export type WhyLossless = 'transparent' | 'compact' | 'unlike' | 'huge'

/** The largest box that a picture may fill on the page, in mm. */
export interface Box {
  width: number
  height: number
}

/** A picture to read. */
export interface PictureRequest {
  /** Path as written in the source, `images/a.jpg`. */
  src: string
  /** The absolute path that `src` resolves to. */
  absolute: string
  /** The absolute folder that `src` is relative to. */
  from: string
  place: Place
}

/** How to read and scale a picture. */
export interface PictureOptions {
  /**
   * Pictures must be inside one of these absolute folders: the issue's, or its parent
   * publication's.
   */
  roots: readonly string[]
  /** Print resolution in dots per inch. */
  dpi: number
  /** JPEG quality, 1–100. */
  quality: number
  /** Codes no picture as JPEG that was without loss. */
  lossless?: boolean
  /** Measures only: `fileFor` returns no file, but still reports a truncated picture. */
  sizeOnly?: boolean
}
