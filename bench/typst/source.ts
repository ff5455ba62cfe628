import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signatureOf } from '../../src/arrange/signature.js'
import type { Article, Entry, Issue, Section } from '../../src/model.js'
import type { PagePicture } from '../finished-page.js'
import type { NextPicture } from './blocks.js'
import { blocks } from './blocks.js'
import { quoted } from './inline.js'

const prelude = readFileSync(join(import.meta.dirname, 'prelude.typ'), 'utf8')

/** An issue as a Typst document: cover, 目录 with page numbers, articles, briefs, colophon. */
export function typstSource(issue: Issue, pictures: readonly PagePicture[]): string {
  let count = 0
  const next: NextPicture = () => {
    const picture = pictures[count++]
    if (!picture) throw new Error('the finished page has fewer pictures')
    return picture
  }
  return [
    prelude,
    cover(issue),
    '#pagebreak()',
    '#align(center, text(font: "Bulletin Title", size: 22pt)[目　录])',
    '#outline(title: none, depth: 2)',
    ...(issue.note ? [`#note[${blocks(issue.note.children, next)}]`] : []),
    ...issue.sections.map((section) => sectionSource(section, next)),
    colophon(issue),
  ].join('\n\n')
}

const line = (text: string | undefined) => (text === undefined ? [] : [`#${quoted(text)}`])

const cover = ({ title, issueLine, period, publisher }: Issue): string =>
  `#align(center)[#v(3 * pitch)#text(font: "Bulletin Title", size: 60pt, fill: red)[#${quoted(title)}]

#line(length: 100%, stroke: 1.2mm + red)

${[...line(issueLine), ...line(period)].join('\n\n')}

#v(1fr)${line(publisher).join('')}]`

function sectionSource({ name, note, articles, briefs }: Section, next: NextPicture): string {
  const opening = [
    '#pagebreak(weak: true)',
    // Briefs have one title for all: it is what the outline points to.
    ...(name === undefined
      ? []
      : [`#heading(level: ${briefs.length > 0 ? 2 : 1})[#${quoted(name)}]`]),
    ...(note ? [`#note[${blocks(note.children, next)}]`] : []),
  ]
  const items = briefs.flatMap(({ content, signature }) => [
    `●${blocks(content.children, next)}`,
    ...signatureSource(signature),
    '#space',
  ])
  const articleSources = articles.map((article, index) => [
    ...(index > 0 ? ['#pagebreak(weak: true)'] : []),
    ...articleSource(article, next),
  ])
  return [...opening, ...articleSources.flat(), ...items].join('\n\n')
}

function articleSource({ fields, note, content }: Article, next: NextPicture): string[] {
  const lines = (word: string, text = '') =>
    text
      .split('\n')
      .filter(Boolean)
      .map((one) => `#${word}[#${quoted(one)}]`)
  const isFootnotes = (node: Article['content']['children'][number]) =>
    node.type === 'element' && node.tagName === 'section'
  return [
    ...(note ? [`#note[${blocks(note.children, next)}]`] : []),
    ...(fields.title ? [`#heading(level: 2)[#${quoted(fields.title)}]`] : []),
    ...lines('subtitle', fields.subtitle),
    ...lines('byline', fields.byline),
    blocks(
      content.children.filter((node) => !isFootnotes(node)),
      next,
    ),
    ...signatureSource(signatureOf(fields)),
    blocks(content.children.filter(isFootnotes), next),
  ]
}

const signatureSource = (signature: string | undefined): string[] =>
  signature === undefined ? [] : [`#signature[#${quoted(signature)}]`]

function colophon({ settings, distribution, publisher = '' }: Issue): string {
  const entries = (list: readonly Entry[] = []) =>
    list.map(({ label, text }) => `${label}：${text}`)
  const rows = [...entries(settings.staff), ...entries(settings.contact), publisher]
  const sent = distribution.map(
    ({ label, content }) => `#${quoted(`${label}：`)}${blocks(content.children, () => nothing)}`,
  )
  return `#v(1fr)\n\n#small[${[...rows.map((row) => `#${quoted(row)}`), ...sent].join('\n\n')}]`
}

/** Nothing in a distribution list is a picture. */
const nothing: PagePicture = { name: '', width: 0, height: 0 }
