import type { Root as Hast } from 'hast'
import type { Article } from '../model/article.js'
import type { StartOn } from '../model/settings.js'

/** HTML that is already safe; templates print it with three braces. */
export type Html = string

export interface PageView {
  /** Cells a line, lines a page. */
  chars: number
  lines: number
  /** Height of a line in px. */
  line: number
  /** From the sheet's edge to the top of the first line, mm. */
  top: number
  duplex: boolean
  mirror: boolean
}

export interface ArticleView {
  id: string
  startOn: StartOn
  /** The section's name and note on its first article; undefined on the others. */
  opens: { name: string; note: Html | undefined } | undefined
  note: Html | undefined
  titleLines: string[]
  /** The marks of the title's footnotes, which follow its last line. */
  titleMarks: Html | undefined
  subtitle: string[]
  byline: string[]
  body: Html
  signature: string | undefined
  /** The article's footnotes, under its signature. */
  footnotes: Html | undefined
}

export interface BriefsView {
  id: string
  startOn: StartOn
  items: { body: Html; signature: string | undefined }[]
}

export interface SectionView {
  name: string | undefined
  note: Html | undefined
  articles: ArticleView[]
  briefs: BriefsView | undefined
}

/** Everything a template may print. */
export interface View {
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
  note: Html | undefined
  contents: ContentsSection[]
  sections: SectionView[]
  staff: { label: string; text: string }[]
  contact: { label: string; text: string }[]
  distribution: { label: string; body: Html }[]
  printedOn: string | undefined
  /** What a briefing has besides; undefined for the others. */
  briefing: BriefingView | undefined
  /** What a document has besides; undefined for the others. */
  document: DocumentView | undefined
}

/** A seal or a signature stamp, mm. */
export interface SealPicture {
  picture: string
  width: number
  height: number
}

/** What the view needs besides the issue. */
export interface ViewParts {
  csp: string
  fontCss: string
  css: string
  page: PageView
  coverPicture: string | undefined
  seals: readonly SealPicture[]
  /** Content as it goes into the page. */
  html: (content: Hast, article?: Article) => Html
  /** One text as it goes into the page, its numbers and last two characters kept whole. */
  line: (text: string) => Html
  /** One text whose words stay whole, as it goes into the page. */
  words: (text: string) => Html
  /** Characters that a line of title holds. */
  titleWidth: number
}

/** What the head and the tail of a briefing print besides the issue's own data (docs/design/layout-rules.md, 2). */
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

/** The rows of the 目录, or 要目, that belong to one section. */
export interface ContentsSection {
  section: string | undefined
  rows: ContentsRow[]
}

export interface ContentsRow {
  title: string
  /** The title with its numbers and its last two characters kept whole. */
  html: Html
  /** Id of the title that the row points to. */
  target: string
}

/** The publication's name as the cover sets it. */
export interface Masthead {
  lines: string[]
  /** Size of the letters, pt. */
  size: number
  /** Space between them, em. */
  spacing: number
}

/** An attachment by its name, as 附件说明 and its own page give it (GB/T 9704—2012, 7.3.4 and 7.3.7). */
export interface AttachmentName {
  article: Article
  /** 附件1; 附件 when there is only one. */
  heading: string
  /** `1.` in the list; undefined when there is only one. */
  number: string | undefined
  /** Without a mark at its end. Empty when nobody named it. */
  name: string
}

/** 版记 (GB/T 9704—2012, 7.4). */
export interface Imprint {
  /** 抄送 and its like, each ending with 。 */
  rows: { label: string; body: Html }[]
  /** Other elements, parted from the line of 印发 by a thin rule. */
  others: string[]
  office: string | undefined
  printedOn: string | undefined
}

/** 发文机关标志 (GB/T 9704—2012, 7.2.4): the issuers one above the other, 文件 to their right when there are several. */
export interface IssuingAuthority {
  lines: string[]
  /** 文件, beside the stack of several issuers. */
  suffix: string | undefined
  /** Size of the letters, pt. */
  size: number
}

/** 署名, 成文日期 and 印章 (GB/T 9704—2012, 7.3.5). The print layout puts them where the standard says. */
export interface DocumentSignature {
  /** 7.3.5.1: a seal on every name; 7.3.5.2 without. */
  sealed: boolean
  /** 7.3.5.3: the job title and the signature stamp of an order. */
  stamped: boolean
  names: { name: string; seal: SealPicture | undefined }[]
  date: string | undefined
  /** Who signs where no stamp is given. */
  signer: string | undefined
}

/** The elements of a document in the standard's order (GB/T 9704—2012, 7 and 10). */
export interface DocumentView {
  /** One of them is true at most; none for the usual red-headed document. */
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
  body: ArticleView | undefined
  attachmentList: { number: string | undefined; name: string; html: Html }[]
  signature: DocumentSignature | undefined
  annotation: string | undefined
  /** 出席, 请假, 列席 of minutes. */
  attendance: { label: string; text: string }[]
  attachments: { heading: string; article: ArticleView }[]
  imprint: Imprint | undefined
}
