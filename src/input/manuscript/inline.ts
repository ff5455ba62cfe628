import type { Face, Inline, WordPicture } from '../docx/model.js'
import { escaped, escapedStart, htmlText } from './escape.js'
import type { BodyLook } from './look.js'
import { familyOf } from './typeface.js'

/** How inlines are written. */
export interface InlineStyle {
  body: BodyLook
  /** The mark of a note; empty to leave it out. */
  noteMark(id: string): string
  /** What stands for a picture in a line; empty when it goes elsewhere. */
  picture(picture: WordPicture): string
  /** Bold and 楷体 say nothing here: a heading has its own. */
  plain?: boolean
  /** In a cell: one line, and no bare `|`. */
  inCell?: boolean
  /** Where marks were not enough: tags, and every mark of the text escaped. */
  careful?: boolean
}

interface Piece {
  text: string
  bold: boolean
  kai: boolean
  underline: boolean
  struck: boolean
  marked: boolean
  raised?: Face['raised']
  href?: string
  /** Markdown already. */
  made?: boolean
}

/** Inlines as Markdown. */
export function inlineMarkdown(inlines: readonly Inline[], style: InlineStyle): string {
  const pieces = merged(inlines.flatMap((one) => pieceOf(one, style)))
  const groups = groupsOf(pieces)
  let made = ''
  for (const [index, group] of groups.entries()) {
    const inner = group.pieces.map((piece) => withTags(piece, style)).join('')
    const after = groups[index + 1]?.pieces[0]?.text.charAt(0) ?? ''
    made += withMarks(inner, group, { before: made.slice(-1), after }, style)
  }
  // Breaks at either end part nothing.
  const text = made
    .replace(/[ \t\u3000]+(?=\\\n)/g, '')
    .replace(/^(?:\s*\\\n)+|(?:\\\n\s*)+$/g, '')
    .trim()
  if (style.inCell) return text.replaceAll('\\\n', '<br>').replace(/(?<!\\)\|/g, '\\|')
  return text
    .split('\\\n')
    .map((line) => escapedStart(line.replace(/^[\s\u3000]+/, '')))
    .join('\\\n')
}

const isKai = ({ typeface }: Face, body: BodyLook): boolean =>
  familyOf(typeface) === 'kai' && body.family !== 'kai'

function pieceOf(inline: Inline, style: InlineStyle): Piece[] {
  const bare = { bold: false, kai: false, underline: false, struck: false, marked: false }
  const made = (text: string): Piece[] => (text === '' ? [] : [{ ...bare, text, made: true }])
  switch (inline.type) {
    case 'text': {
      const { face, href } = inline
      return [
        {
          text: evenBlanks(inline.text),
          bold: !style.plain && face.bold === true && !style.body.bold,
          kai: !style.plain && isKai(face, style.body),
          underline: face.underline === true,
          struck: face.struck === true,
          marked: face.marked === true,
          ...(face.raised && { raised: face.raised }),
          ...(href !== undefined && { href }),
        },
      ]
    }
    case 'break':
      return made('\\\n')
    case 'note':
      return made(style.noteMark(inline.id))
    case 'picture':
      return made(style.picture(inline))
    case 'ruby':
      return made(`<ruby>${htmlText(inline.base)}<rt>${htmlText(inline.over)}</rt></ruby>`)
  }
}

/** Tabs and rows of blanks are one full-width blank; those that nobody sees go. */
const evenBlanks = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/[\r\n\v\f]/g, ' ')
    .replace(/[ \u3000]*\t[ \t\u3000]*|[ \u3000]*\u3000[ \u3000]*| {2,}/g, (blanks) =>
      /^\u3000+$/.test(blanks) ? blanks : '\u3000',
    )

const looks = ['bold', 'kai', 'underline', 'struck', 'marked', 'raised', 'href'] as const

/** Neighbours that look the same are one; blanks take the look of what stands before them. */
function merged(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = made.at(-1)
    const isBlank = !piece.made && piece.text.trim() === '' && !piece.underline
    const isSame =
      last && !last.made && !piece.made && looks.every((key) => last[key] === piece[key])
    const fills = isBlank && last && !last.made
    if (last && (isSame || fills)) made[made.length - 1] = { ...last, text: last.text + piece.text }
    else made.push({ ...piece })
  }
  return made
}

interface Group {
  bold: boolean
  kai: boolean
  href?: string
  pieces: Piece[]
}

/** Marks that nothing bold begins with, and those that nothing bold ends with. */
const leading = /^[\s\u3000、，。；：！？）」』》〉】〕”’,;)\]}]+/u
const trailing = /[\s\u3000（「『《〈【〔“‘([{]+$/u

/** Pieces between which bold, 楷体 and links do not change; marks beside them that none can begin or end with are outside. */
function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = []
  const add = (piece: Piece) => {
    if (piece.text === '') return
    const last = groups.at(-1)
    const { bold, kai, href } = piece
    // What is Markdown already, as the mark of a note, stays within what surrounds it.
    if (last && last.bold === bold && last.kai === kai && last.href === href)
      last.pieces.push(piece)
    else groups.push({ bold, kai, ...(href !== undefined && { href }), pieces: [piece] })
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.made || !(piece.bold || piece.kai)) {
      add(piece)
      continue
    }
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    const isFirst = before?.bold !== piece.bold || before.kai !== piece.kai
    const isLast = after?.bold !== piece.bold || after.kai !== piece.kai
    const [lead = ''] = isFirst ? (leading.exec(piece.text) ?? []) : []
    const rest = piece.text.slice(lead.length)
    const [trail = ''] = isLast ? (trailing.exec(rest) ?? []) : []
    const plain = { ...piece, bold: false, kai: false }
    add({ ...plain, text: lead })
    add({ ...piece, text: rest.slice(0, rest.length - trail.length) })
    add({ ...plain, text: trail })
  }
  return groups
}

/** A piece with the tags of what Markdown has no marks for. */
function withTags(piece: Piece, { careful = false }: InlineStyle): string {
  if (piece.made) return piece.text
  const { text, raised, underline, struck, marked } = piece
  let made = escaped(text, { all: careful })
  if (raised) made = raised === 'super' ? `<sup>${made}</sup>` : `<sub>${made}</sub>`
  if (underline) made = `<u>${made}</u>`
  if (struck) made = `<s>${made}</s>`
  if (marked) made = `<mark>${made}</mark>`
  return made
}

const isWord = (character: string): boolean => /[\p{L}\p{N}）」』》〉】〕)\]}]/u.test(character)

function withMarks(
  inner: string,
  { bold, kai, href, pieces }: Group,
  { before, after }: { before: string; after: string },
  { careful = false }: InlineStyle,
): string {
  const linked = href === undefined ? inner : withLink(inner, href, pieces)
  if (!bold && !kai) return linked
  if (careful) return bold ? `<b>${linked}</b>` : `<i>${linked}</i>`
  if (bold) return `**${linked}**`
  // A single * stands off the words beside it; the blank is not printed.
  return `${isWord(before) ? ' ' : ''}*${linked}*${isWord(after) ? ' ' : ''}`
}

/** An address that is its own text is a link as it stands. */
function withLink(inner: string, href: string, pieces: readonly Piece[]): string {
  const text = pieces.map((one) => one.text).join('')
  if (text.trim() === href || `mailto:${text.trim()}` === href) return inner
  return `[${inner}](<${href.replace(/[<>\\]/g, encodeURIComponent).replace(/\s/g, '%20')}>)`
}
