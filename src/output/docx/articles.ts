import type { Root } from 'hast'
import { classesOf } from '../../typeset/inline-pictures.js'
import type { ArticleView, SectionView } from '../../typeset/view-model.js'
import { blocks } from './blocks.js'
import type { WordContent } from './content.js'
import { bookmarkOf } from './contents.js'
import type { Draft } from './draft.js'
import type { Flow } from './flow.js'
import { rememberNotes } from './footnotes.js'
import { inline } from './inline.js'
import { area } from './page.js'
import { paragraph } from './paragraph.js'
import type { Place } from './place.js'
import type { SectionLook } from './section.js'
import { startPage } from './start-page.js'
import type { StyleId } from './style-ids.js'
import { levelsOf } from './style-ids.js'
import type { Xml } from './xml.js'

/** Where articles go, and how their sections of Word look. */
export interface ArticleFlow {
  flow: Flow
  draft: Draft
  look: SectionLook
}

/** A section of the issue: its articles, or its briefs. */
export function section(view: SectionView<WordContent>, into: ArticleFlow): void {
  for (const one of view.articles) article(one, into)
  if (view.briefs) briefs(view, into)
}

function article(view: ArticleView<WordContent>, into: ArticleFlow): void {
  const { draft } = into
  const opening: Xml[] = []
  if (view.opens) {
    opening.push(...sectionName(view.opens.name, draft))
    if (view.opens.note) opening.push(...note(view.opens.note, draft))
  }
  begin(view, into, () => [
    ...opening,
    ...(view.note ? note(view.note, draft) : []),
    ...titleBlocks(view, draft),
  ])
  body(view.body.root, into)
  if (view.signature !== undefined) into.flow.add([signature(view.signature, draft)])
}

/**
 * Adds the first blocks of an article or of briefs where it is to begin. Footnotes are counted anew
 * in every article, so one with notes is a section of Word.
 */
export function begin(
  {
    startOn,
    footnotes,
  }: Pick<ArticleView<WordContent>, 'startOn'> & {
    footnotes?: WordContent | undefined
  },
  { flow, draft, look }: ArticleFlow,
  first: () => readonly Xml[],
): void {
  const hasNotes = rememberNotes(footnotes?.root, draft)
  const begun = !flow.isEmpty
  const isNewPage = startOn !== 'flow' && begun
  if (startOn === 'recto' && begun) flow.section({ ...look, starts: 'oddPage' })
  else if (hasNotes && begun)
    flow.section({ ...look, starts: isNewPage ? 'nextPage' : 'continuous' })
  else {
    flow.add(isNewPage ? startPage(first()) : first())
    return
  }
  flow.add(first())
}

/** The name of a section, at the head of its first article. */
const sectionName = (name: string, draft: Draft): Xml[] => {
  const style: StyleId = `Heading${levelsOf(draft.kind).section}`
  return [paragraph({ style }, draft.run(draft.lookOf(style), name))]
}

/** An editor's note in its red frame. */
export const note = ({ root }: WordContent, draft: Draft): Xml[] =>
  blocks(root.children, { ...placeOf(draft), style: 'EditorNote', strongIsHei: true }, draft)

/** The title as broken into lines for print, with its bookmark; subtitle and byline. */
export function titleBlocks(
  view: Pick<ArticleView<WordContent>, 'id' | 'titleLines' | 'titleMarks' | 'subtitle' | 'byline'>,
  draft: Draft,
): Xml[] {
  const { id, titleLines, titleMarks, subtitle, byline } = view
  const style: StyleId = `Heading${levelsOf(draft.kind).title}`
  const look = draft.lookOf(style)
  const { line } = draft.page
  const follows = subtitle.length + byline.length
  const words = [
    draft.run(look, titleLines.join('\n')),
    ...(titleMarks ? inline(titleMarks.root.children, { look, part: 'document' }, draft) : []),
  ]
  const under = [
    ...subtitle.map((text) => ({ style: 'Subtitle' as const, text })),
    ...byline.map((text) => ({ style: 'Byline' as const, text })),
  ].map(({ style, text }, index) =>
    paragraph(
      { style, ...(index === follows - 1 && { after: line }) },
      draft.run(draft.lookOf(style), text),
    ),
  )
  const title =
    titleLines.length === 0
      ? []
      : [
          paragraph(
            { style, ...(follows > 0 && { before: line, after: 0 }) },
            draft.bookmarked(bookmarkOf(id), words),
          ),
        ]
  return [...title, ...under]
}

/** The body of an article; its turned pages are sections of Word. */
export function body(root: Root, { flow, draft, look }: ArticleFlow): void {
  let upright: Root['children'] = []
  const flush = () => {
    flow.add(blocks(upright, placeOf(draft), draft))
    upright = []
  }
  for (const node of root.children) {
    if (node.type !== 'element' || !classesOf(node).includes('landscape')) {
      upright.push(node)
      continue
    }
    flush()
    flow.section({ ...look, starts: 'nextPage', landscape: true })
    const turned = node.children.flatMap((child) =>
      child.type === 'element' ? child.children : [],
    )
    const chars = Math.floor((draft.page.chars * area.height) / area.width)
    flow.add(blocks(turned, { ...placeOf(draft), chars }, draft))
    flow.section({ ...look, starts: 'nextPage' })
  }
  flush()
}

/** Where the text of an article stands. */
export const placeOf = ({ page }: Draft): Place => ({ style: 'BodyText', chars: page.chars })

export const signature = (text: string, draft: Draft): Xml =>
  paragraph({ style: 'Signature' }, draft.run(draft.lookOf('Signature'), text))

/** The briefs of a section under one title; an empty line after each. */
function briefs(view: SectionView<WordContent>, into: ArticleFlow): void {
  const { draft, flow } = into
  const { briefs: own, name = '', note: words } = view
  if (!own) return
  const style: StyleId = `Heading${levelsOf(draft.kind).section}`
  const look = draft.lookOf(`Heading${levelsOf(draft.kind).title}`)
  begin(own, into, () => [
    paragraph(
      { style, align: 'center', before: draft.page.line, after: draft.page.line },
      draft.bookmarked(bookmarkOf(own.id), draft.spaced(look, name, 1)),
    ),
    ...(words ? note(words, draft) : []),
  ])
  for (const item of own.items) {
    rememberNotes(item.body.root, draft)
    const text = blocks(item.body.root.children, placeOf(draft), draft)
    const all = item.signature === undefined ? text : [...text, signature(item.signature, draft)]
    flow.add(withDot(all, draft), [paragraph({ style: 'Normal' })])
  }
}

/** The dot before the title of a brief. */
function withDot(content: readonly Xml[], draft: Draft): Xml[] {
  const [first, ...others] = content
  if (first?.name !== 'w:p') return [...content]
  const [properties, ...runs] = first.children
  const dot = draft.run({ ...draft.lookOf('BodyText'), role: 'song' }, '●')
  const children = properties ? [properties, dot, ...runs] : [dot]
  return [{ ...first, children }, ...others]
}
