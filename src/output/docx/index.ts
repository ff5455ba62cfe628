import { packageVersion } from '../../system/package.js'
import { pageOf } from '../../typeset/page-geometry.js'
import { metadataOf } from '../pdf/metadata.js'
import type { PrintedIssue } from '../printed-issue.js'
import type { ArticleFlow } from './articles.js'
import { briefing } from './briefing.js'
import { wordView } from './content.js'
import { Draft } from './draft.js'
import { facesOf } from './faces.js'
import { Flow } from './flow.js'
import { addFooters } from './footers.js'
import { footnotesPart } from './footnotes.js'
import { newsletter } from './newsletter.js'
import { official } from './official.js'
import { letterFoot } from './official-head.js'
import { packWord } from './package.js'
import { wordPage } from './page.js'
import { settingsPart } from './settings.js'
import { stylesPart } from './styles-part.js'
import type { Xml } from './xml.js'
import { namespaces, w } from './xml.js'

/**
 * Returns an issue as an editable Word file (ECMA-376): the same text, pictures and proved page
 * numbers as the PDF, in built-in styles and on the same grid. Word breaks the lines and pages itself.
 */
export function docxFile({ issue, pictures, resources, printed, epoch }: PrintedIssue): Uint8Array {
  const page = wordPage(pageOf(issue))
  const faces = facesOf(issue.settings)
  const draft = new Draft(page, issue.kind, faces, resources)
  const view = wordView(issue, pictures)
  const footers = new Map<string, Xml>()
  const isLetter = view.document?.letter === true
  const look = { footers: addFooters(draft, footers, isLetter ? letterFoot(draft) : undefined) }
  const flow = new Flow(draft, look)
  const into: ArticleFlow = {
    flow,
    draft,
    look: { footers: { ...look.footers, first: undefined } },
  }
  if (issue.kind === 'newsletter') newsletter(view, printed.pages, into)
  else if (issue.kind === 'briefing') briefing(view, printed, into)
  else official(view, into)
  const { title = '', date, author = '' } = metadataOf(issue, view.documentTitle, epoch)
  return packWord({
    document: w('document', namespaces, flow.body),
    styles: stylesPart(page, issue.kind, faces),
    settings: settingsPart(page),
    footnotes: footnotesPart(draft),
    footers,
    relations: draft.relations,
    media: draft.media,
    title,
    creator: author,
    date,
    application: `bulletin ${packageVersion()}`,
  })
}
