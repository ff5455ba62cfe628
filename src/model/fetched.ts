import type { Place } from './place.js'

/** One address, and what has become of it. */
export interface FetchedPicture {
  url: string
  /** Where the articles show it. */
  places: Place[]
  /** Its file from the folder, `images/a-1f2e3d4c.png`; with `dryRun` without its ending. */
  file?: string
  /** Size of the file; none when an earlier run had fetched it. */
  bytes?: number
  trouble?: Trouble
}

export interface Trouble {
  /** Chinese, without a full stop. */
  reason: string
  hint: string
  /** No server has said anything. */
  unanswered?: true
}

export interface Fetched {
  pictures: FetchedPicture[]
  /** Sources of which links were changed. */
  rewritten: string[]
  /** Sources that stay as they are though they show pictures on the web. */
  untouched: { file: string; reason: string; hint: string }[]
}
