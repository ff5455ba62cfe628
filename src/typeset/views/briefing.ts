import { padNames } from '../../issue/signature.js'
import type { Issue } from '../../model/issue.js'
import type { BriefingContents, BriefingView } from '../view-model.js'
import { mastheadOf } from './masthead.js'

/** Maximum letter size of the name, pt: two sizes above 初号. */
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
