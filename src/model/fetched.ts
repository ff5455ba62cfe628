import type { Place } from './place.js'

/** One picture address and the result of fetching it. */
export interface FetchedPicture {
  url: string
  /** The places in the articles that show it. */
  places: Place[]
  /**
   * Path of its file relative to the folder, `images/a-1f2e3d4c.png`; with `dryRun`,
   * without the extension.
   */
  file?: string
  /** Size of the file in bytes; undefined when an earlier run fetched it. */
  bytes?: number
  trouble?: Trouble
}

/** Why a picture was not fetched, and what to do. */
export interface Trouble {
  /** Why it was not fetched, in Chinese, without a full stop. */
  reason: string
  hint: string
  /** No server responded. */
  unanswered?: true
}

/** The result of fetching the remote pictures of one issue. */
export interface Fetched {
  pictures: FetchedPicture[]
  /** Paths of the sources whose links were changed. */
  rewritten: string[]
  /** Sources left unchanged although they show pictures on the web. */
  untouched: { file: string; reason: string; hint: string }[]
}
