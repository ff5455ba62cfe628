import type { Place } from './place.js'

export interface PictureFile {
  /** Scaled to the print resolution. */
  body: Uint8Array
  /** `image/jpeg` or `image/png`. */
  type: string
}

/** The largest box that a picture may fill on the page, in mm. */
export interface Box {
  width: number
  height: number
}

export interface PictureRequest {
  /** As the source writes it, `images/a.jpg`. */
  src: string
  /** Absolute path that it means. */
  absolute: string
  /** Absolute folder that `src` counts from. */
  from: string
  place: Place
}

export interface PictureOptions {
  /** Pictures must lie in one of these folders: the issue's, or its parent publication's. */
  roots: readonly string[]
  /** Print resolution in dots per inch. */
  dpi: number
  /** JPEG quality, 1–100. */
  quality: number
  /** Nothing is printed: `fileFor` gives no file, but still says when the picture broke off. */
  sizeOnly?: boolean
}
