import type { Root as Hast } from 'hast'
import type { Article } from '../model/article.js'
import type { Settings, StartOn } from '../model/settings.js'
import type { Part } from './lines/places.js'

/**
 * HTML that is already escaped; templates print it with three braces. The types below take it for
 * content; formats other than HTML put their own `Content` in its place.
 */
export type Html = string

export interface PageView {
  /** Characters in a line, lines on a page. */
  chars: number
  lines: number
  /** Height of a line, px. */
  line: number
  /** Distance from the sheet's top edge to the first line, mm. */
  top: number
  duplex: boolean
  mirror: boolean
}

export interface ArticleView<Content = Html> {
  id: string
  startOn: StartOn
  /** Name and note of the section, on its first article; undefined on the others. */
  opens: { name: string; note: Content | undefined } | undefined
  note: Content | undefined
  titleLines: string[]
  /** The footnote marks of the title, which follow its last line. */
  titleMarks: Content | undefined
  subtitle: string[]
  byline: string[]
  body: Content
  signature: string | undefined
  /** The article's footnotes, below its signature. */
  footnotes: Content | undefined
}

export interface BriefsView<Content = Html> {
  id: string
  startOn: StartOn
  items: { body: Content; signature: string | undefined }[]
}

export interface SectionView<Content = Html> {
  name: string | undefined
  note: Content | undefined
  articles: ArticleView<Content>[]
  briefs: BriefsView<Content> | undefined
}

/** All data that a template may print. */
export interface View<Content = Html> {
  documentTitle: string
  csp: string
  fontCss: string
  css: string
  page: PageView
  masthead: Masthead
  cover: { picture: string | undefined } | false
  issueLine: string | undefined
  period: string | undefined
  feature: string | undefined
  publisher: string | undefined
  note: Content | undefined
  contents: ContentsSection<Content>[]
  sections: SectionView<Content>[]
  staff: { label: string; text: string }[]
  contact: { label: string; text: string }[]
  distribution: { label: string; body: Content }[]
  printedOn: string | undefined
  /** Additional data of a briefing; undefined for other templates. */
  briefing: BriefingView | undefined
  /** Additional data of a document; undefined for other templates. */
  document: DocumentView<Content> | undefined
  /** The rows of a yearly index; undefined for an issue. */
  yearlyIndex: YearlyIndexView<Content> | undefined
}

/** A seal or a signature stamp. Sizes in mm. */
export interface SealPicture {
  picture: string
  width: number
  height: number
}

/** Data for the view that is not in the issue. */
export interface ViewParts<Content = Html> {
  csp: string
  fontCss: string
  css: string
  page: PageView
  coverPicture: string | undefined
  seals: readonly SealPicture[]
  /** Typesets content. */
  html: (content: Hast, where?: { article?: Article; part?: Part }) => Content
  /** Typesets one text, its numbers and last two characters unbroken. */
  line: (text: string) => Content
  /** Typesets one text, its words unbroken. */
  words: (text: string) => Content
  /** Maximum width of a title line, in cells. */
  titleWidth: number
}

/** Additional data for the head and the tail of a briefing (docs/design/layout-rules.md, 2). */
export interface BriefingView {
  masthead: Masthead
  secrecy: string | undefined
  copyNumber: string | undefined
  /** The list of titles above the articles; false for none. */
  contents: BriefingContents | false
  copies: number | undefined
}

/** Whether the list shows page numbers: always, never, or only in a long issue. */
export interface BriefingContents {
  numbers: 'always' | 'never' | 'when-long'
}

/** The contents rows (目录 or 要目) of one section. */
export interface ContentsSection<Content = Html> {
  section: string | undefined
  rows: ContentsRow<Content>[]
}

export interface ContentsRow<Content = Html> {
  title: string
  /** The title, its numbers and last two characters unbroken. */
  html: Content
  /** Id of the title that the row links to. */
  target: string
}

/** The publication's name as the cover shows it. */
export interface Masthead {
  lines: string[]
  /** Size of the letters, pt. */
  size: number
  /** Letter spacing, em. */
  spacing: number
}

/**
 * An attachment's name, as 附件说明 and the attachment's own page print it (GB/T 9704—2012, 7.3.4 and
 * 7.3.7).
 */
export interface AttachmentName {
  article: Article
  /** 附件1; 附件 if there is only one. */
  heading: string
  /** `1.` in the list; undefined if there is only one. */
  number: string | undefined
  /** Without a punctuation mark at the end. Empty if the attachment has no name. */
  name: string
}

/** The imprint, 版记 (GB/T 9704—2012, 7.4). */
export interface Imprint<Content = Html> {
  /** 抄送 and similar rows, each ending with 。 `setting` is the key that a row comes from. */
  rows: { label: string; body: Content; setting: keyof Settings }[]
  /** Other elements, separated from the line of 印发 by a thin rule. */
  others: { text: string; setting: keyof Settings }[]
  office: string | undefined
  printedOn: string | undefined
}

/**
 * The issuing authority, 发文机关标志 (GB/T 9704—2012, 7.2.4): the issuers one above the other, with 文件
 * to their right if there are several.
 */
export interface IssuingAuthority {
  lines: string[]
  /** 文件, beside the stack of several issuers. */
  suffix: string | undefined
  /** Size of the letters, pt. */
  size: number
}

/**
 * Signed name, date and seal (GB/T 9704—2012, 7.3.5). The print layout places them
 * (output/pdf/layout/signature.ts).
 */
export interface DocumentSignature {
  /** True for 7.3.5.1, a seal on every name; false for 7.3.5.2, without seals. */
  sealed: boolean
  /** 7.3.5.3: job title and signature stamp of an order. */
  stamped: boolean
  names: { name: string; seal: SealPicture | undefined }[]
  date: string | undefined
  /** The signer's name, printed if there is no stamp. */
  signer: string | undefined
}

/** The elements of a document in the order of the standard (GB/T 9704—2012, 7 and 10). */
export interface DocumentView<Content = Html> {
  /** At most one is true; none for the usual document with a red head. */
  letter: boolean
  minutes: boolean
  order: boolean
  copyNumber: string | undefined
  secrecy: string | undefined
  urgency: string | undefined
  mark: IssuingAuthority
  number: string | undefined
  signers: string[]
  recipients: string | undefined
  body: ArticleView<Content> | undefined
  attachmentList: { number: string | undefined; name: string; html: Content }[]
  signature: DocumentSignature | undefined
  annotation: string | undefined
  /** 出席, 请假, 列席 of minutes. */
  attendance: { label: string; text: string }[]
  attachments: { heading: string; article: ArticleView<Content> }[]
  imprint: Imprint<Content> | undefined
}

/** A yearly index (总目录): its rows and the names that they are found by. */
export interface YearlyIndexView<Content = Html> {
  /** The running head as a string of CSS, without its quotation marks. */
  runningHead: string
  /** How its numbers are read. */
  about: string
  groups: {
    id: string
    heading: string | undefined
    parts: {
      section: string | undefined
      rows: {
        title: Content
        /** The units, then the authors; `first` marks the first of each. */
        names: { html: Content; whole: boolean; first: boolean }[]
        number: string
        /** What the places of the lists link to. */
        id: string
      }[]
    }[]
  }[]
  /** 作者索引 and 单位索引; empty lists are left out. */
  lists: {
    id: string
    heading: string
    letters: {
      letter: string
      /** `target` is the id of a row. */
      names: { name: string; places: { text: string; target: string | undefined }[] }[]
    }[]
  }[]
}
