import type { Point } from '../../model/place.js'

/** A reference to a picture, on the web or in a file. */
export interface LinkedPicture {
  /** Decoded: without escapes and entities. */
  url: string
  at: Point
  /**
   * The range of the address in the source text. Undefined when the spelling makes it impossible to
   * locate (an escaped YAML string).
   */
  range?: { from: number; to: number }
}
