import type { Point } from '../../model/place.js'

/** A picture on the web that a source shows. */
export interface RemotePicture {
  /** As the source means it: without escapes and entities. */
  url: string
  at: Point
  /**
   * The part of the source's text that spells the address; undefined where it is spelt so that it
   * cannot be told (an escaped YAML string).
   */
  range?: { from: number; to: number }
}
