import type { LaidOut } from '../../output/pdf/ahead.js'
import { pagesChanged } from '../../output/preview/ahead.js'

/** Chooses the pages that are printed before the others. */
export interface AheadChoice {
  /** Returns those in a window that have changed since the build before; see {@link pagesChanged}. */
  wanted(layout: LaidOut): readonly number[]
  /** Call when a build has given pages. */
  built(): void
}

/** `inView` gives the numbers of the pages that someone looks at. */
export function aheadChoice(inView: () => readonly number[]): AheadChoice {
  let before: LaidOut | undefined
  let newest: LaidOut | undefined
  return {
    wanted(layout) {
      newest = layout
      return before ? pagesChanged(inView(), before, layout) : []
    },
    built() {
      before = newest
    },
  }
}
