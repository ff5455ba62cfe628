import { csp } from '../browser/policy.js'
import type { Issue } from '../model/issue.js'
import type { IssueContributions } from '../model/statistics.js'
import type { YearlyIndex } from '../model/yearly-index.js'
import { pdfFile } from '../output/pdf/file.js'
import { pageOf } from '../typeset/page-geometry.js'
import { typeset } from '../typeset/typeset.js'
import type { World } from './world.js'

/** Name of the partial that is the page of a yearly index. */
const pagePartial = 'yearly-index'

/** What to print an index with. */
export interface IndexPrint {
  dress: IssueContributions['dress']
  /** Absolute path of the PDF. */
  output: string
  /** As in `Request`. */
  epoch?: number
}

/**
 * Prints a yearly index as a PDF, with the fonts, page and template of its last issue; returns the
 * number of pages. Takes the same way as an issue: typeset, print, finish.
 */
export async function printIndex(
  index: YearlyIndex,
  { dress, output, epoch }: IndexPrint,
  world: Pick<World, 'readTemplate' | 'chooseFonts' | 'print' | 'write'>,
): Promise<number> {
  const own = await world.readTemplate(dress.template ?? 'newsletter')
  const isNewsletter = own.value?.kind === 'newsletter'
  const { value: template } = isNewsletter ? own : await world.readTemplate('newsletter')
  const page = template?.partials[pagePartial]
  if (!template || !page) throw new Error('the newsletter has no yearly index')
  const issue = issueOf(index, dress)
  const { value: fonts } = await world.chooseFonts(dress.fonts)
  const complete = await fonts.completedFor([JSON.stringify(index)])
  const html = typeset(issue, { ...template, page }, { of: noPictures, seals: [] }, csp)
  const printed = await world.print(html, complete, {
    duplex: pageOf(issue).duplex,
    keepHtml: false,
    resources: new Map(),
    meanwhile: async () => {},
  })
  await world.write(output, pdfFile({ issue, printed, epoch }), '-o')
  return printed.total
}

const noPictures = () => () => undefined

/** The index as an issue without articles. */
function issueOf(index: YearlyIndex, { page, numerals, template }: IndexPrint['dress']): Issue {
  const { title, publisher, heading, range } = index
  return {
    kind: 'newsletter',
    template: template ?? 'newsletter',
    settings: { cover: false, page, numerals },
    title,
    issueLine: heading,
    period: range,
    date: index.issues.at(-1)?.date,
    publisher,
    sections: [],
    distribution: [],
    yearlyIndex: index,
  }
}
