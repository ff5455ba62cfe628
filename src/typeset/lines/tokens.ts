/** The widths that the style sheets and the composer share, by the names of their custom properties. */
const usual = {
  /** What the first line of a paragraph leaves blank, em. */
  'paragraph-indent': 2,
  /** On both sides of a quotation, em. */
  'quotation-indent': 2,
  'definition-indent': 2,
  /** From the frame of a note to its text, em; and from the measure to that text without it, px. */
  'note-padding': 1,
  'note-edge': 2,
  /** Before the marks of a list, and what these take; in a list within a list, em. */
  'list-indent': 2,
  'list-mark': 2,
  'nested-mark': 2.5,
  /** What the number of a footnote takes, em, and the size of its text, pt. */
  'footnote-mark': 2,
  'footnote-size': 12,
  /** The size of raised and lowered signs, and of small text, em. */
  raised: 0.6,
  small: 0.8,
  'heading-3-weight': 700,
} as const

/** Every shared width, a number of the unit that its style sheet has. */
export type Tokens = Readonly<Record<keyof typeof usual, number>>

/** Reads the shared widths from a style sheet (`--list-indent: 2em`); what it does not set is as usual. */
export function tokensOf(css: string): Tokens {
  const found = Object.keys(usual).flatMap((name) => {
    const written = [...css.matchAll(new RegExp(`--${name}:\\s*([\\d.]+)`, 'g'))].at(-1)?.[1]
    return written === undefined ? [] : [[name, Number(written)] as const]
  })
  return { ...usual, ...Object.fromEntries(found) }
}
