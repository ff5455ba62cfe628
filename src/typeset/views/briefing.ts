import { padNames } from '../../issue/signature.js'
import type { Issue } from '../../model/model.js'
import type { Masthead } from './masthead.js'
import { mastheadOf } from './masthead.js'

/** What the head and the tail of a briefing print besides the issue's own data (layout-rules, 2). */
export interface BriefingView {
  masthead: Masthead
  secrecy: string | undefined
  copyNumber: string | undefined
  /** The list of titles over the articles; false for none. */
  contents: BriefingContents | false
  copies: number | undefined
}

/** Whether the list shows page numbers: always, never, or when the issue is long. */
export interface BriefingContents {
  numbers: 'always' | 'never' | 'when-long'
}

/** Largest letters of the name, pt: two sizes over 初号. */
const largest = 60

export function briefingView({ title, settings, sections }: Issue): BriefingView {
  const { toc, secrecy, copyNumber, copies } = settings
  const articles = sections.flatMap((section) => [
    ...section.articles,
    ...section.briefs.slice(0, 1),
  ])
  return {
    masthead: mastheadOf(padNames(title), largest),
    secrecy,
    copyNumber,
    contents:
      toc === 'none' || (toc === undefined && articles.length < 2)
        ? false
        : { numbers: numbers[toc ?? 'auto'] },
    copies,
  }
}

const numbers = {
  auto: 'when-long',
  list: 'never',
  pages: 'always',
} as const satisfies Record<string, BriefingContents['numbers']>
