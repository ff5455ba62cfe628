import type { IssueReport } from '../../src/model/report.js'
import { shownPages } from './shown-pages.js'

/** Pages of a fixture, counted from 1. */
interface Shown {
  fixture: string
  pages: (report: IssueReport) => readonly number[]
}

const last = ({ pages = 0 }: IssueReport) => pages

/** The pictures of the README and the pages that each shows. */
export const pictures: Record<string, readonly Shown[]> = {
  'newsletter.png': [{ fixture: 'issue-54', pages: shownPages }],
  'briefing.png': [{ fixture: 'briefing-19', pages: (report) => [1, 2, 5, last(report)] }],
  'document.png': [
    { fixture: 'notice-7', pages: (report) => [1, 3, 5, last(report)] },
    { fixture: 'joint-issue', pages: () => [1, 3] },
    { fixture: 'letter', pages: () => [1] },
    { fixture: 'minutes', pages: () => [1] },
  ],
}
