/** A width in thousandths of an em of the text's own size. Whole numbers only, so that every machine decides alike. */
export type Units = number

/** The em of the text's own size, in units. */
export const em: Units = 1000

/**
 * What an item is to the line it stands in. Dashes and ellipses are one item for their two halves, a
 * word or a number is one item, so that nothing can come between their parts.
 */
export type Kind =
  /** Han, kana, full-width letters, symbols: may be parted from its like on either side. */
  | 'han'
  | 'opening'
  | 'closing'
  /** ，、；： */
  | 'pause'
  /** 。！？ */
  | 'final'
  /** · and its kin, and a / between Han. */
  | 'middle'
  /** —— …… */
  | 'dash'
  /** ～ － – between what it connects. */
  | 'connector'
  /** What belongs to a number without a gap: ％ ℃ behind it, ￥ in front. */
  | 'sign'
  /** A number with its point, thousands, sign and %. */
  | 'number'
  | 'latin'
  /** A space between words: it may shrink, and vanishes where a line ends. */
  | 'space'
  /** U+3000 in a name or between names: as wide as a cell, but it too vanishes at the end of a line. */
  | 'blank'
  /** What holds to what is before it: the mark of a note, a sign that is raised. */
  | 'note'
  /** A picture in the line, ruby: a width of its own, like a Han character to its neighbours. */
  | 'box'
  /** The line ends here, as the last one of a paragraph does. */
  | 'break'

/**
 * One thing that a line holds, whole. What it is does not depend on where it stands: a character of a
 * face may be the same object each time it comes.
 */
export interface Item {
  readonly kind: Kind
  /** The width that the face gives it. */
  readonly advance: Units
  /** Of the advance, what is blank in front of the ink and may go: opening marks, middle marks. */
  readonly blankBefore: Units
  /** Of the advance, what is blank behind the ink and may go: closing marks, pauses, finals. */
  readonly blankAfter: Units
  /** Whether a line may begin with it, as far as it itself is concerned: not a mark that closes, not a %. */
  readonly begins: boolean
  /** Whether a line may end with it: not a mark that opens. */
  readonly ends: boolean
  /** Whether a gap belongs between it and Han before and behind it: letters and digits, but no ASCII marks. */
  readonly gapBefore: boolean
  readonly gapAfter: boolean
  /** How a line may be cut before the item where the kinds alone would say otherwise. */
  readonly cut: Cut
  /** Whether it is Han with nothing about it: all of the above is as usual. */
  readonly isPlain: boolean
}

/** The items of a paragraph. They leave nothing of its text out: each ends where the next begins. */
export interface Items {
  readonly items: readonly Item[]
  /** Where each item begins in the text of the paragraph, in UTF-16 units, and where the last ends. */
  readonly starts: readonly number[]
}

/**
 * `usual`: as the kinds on both sides say. `never`: it belongs to what is before it. `address`: a break
 * place of an address. `part`: within a run that is kept together if a line is not torn open by it.
 * `letter`: anywhere within a word that no line could hold otherwise.
 */
export type Cut = 'usual' | 'never' | 'address' | 'part' | 'letter'

/** Whether an item is a space of either kind: browsers leave it out where a line ends. */
export const isSpace = ({ kind }: Pick<Item, 'kind'>): boolean =>
  kind === 'space' || kind === 'blank'
