import { labelEnd } from 'micromark-core-commonmark'
import type { Construct, Effects, State, TokenType } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { addSyntax, characterOf, endsLine } from './constructs.js'
import { isFile, isWebAddress } from './destination.js'
import { openLabel } from './link-syntax.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    pictureSize: 'pictureSize'
  }
}

declare module 'mdast' {
  interface ImageData {
    /** A size given outside the title, in the notation of `readLength`. */
    size?: { width?: string; height?: string }
  }
}

/** Maximum length of the text in the brackets. */
const maxLength = 400

const length = '\\d+(?:\\.\\d+)?(?:%|px|cm|mm)?'
/** A path, a size `=300x200` or `=50%`, and a title, also in full-width quotation marks. */
const form = new RegExp(
  `^(\\s*)(\\S.*?)(?:(\\s+)(=(?:${length})?(?:[x*×](?:${length})?)?))?(?:(\\s+)(["“'‘][^"”“]*["”'’]))?(\\s*)$`,
  'u',
)

/**
 * Parses paths with blanks, which CommonMark requires in `<…>`, and sizes in the notation of other
 * programs: `![现场](images/照片 (1).png)`, `![图](a.jpg =300x200)`. Must be used after link
 * syntax.
 */
export function spacedTargets(this: Processor): void {
  addSyntax(this, { text: { 93: spacedTarget } }, tree)
}

const spacedTarget: Construct = {
  ...labelEnd,
  name: 'spacedTarget',
  tokenize(effects, ok, nok) {
    let pieces: Piece[] = []
    const decide: Construct = {
      partial: true,
      tokenize(reading, yes, no) {
        return readTarget(reading, (written) => {
          pieces = piecesOf(written)
          return pieces.length > 0 ? yes : no
        })
      },
    }
    const write: State = (code) => {
      const [piece] = pieces
      if (!piece) {
        this._labelStarts?.pop()
        return ok(code)
      }
      for (const type of piece.enter.splice(0)) enter(effects, type)
      if (piece.length > 0) {
        effects.consume(code)
        piece.length -= 1
      }
      if (piece.length === 0) {
        for (const type of piece.exit) effects.exit(type)
        pieces.shift()
      }
      return write
    }
    const begin: State = (code) => {
      const label = openLabel(this)
      if (!label || label._inactive) return nok(code)
      while (this._labelStarts?.at(-1)?._balanced) this._labelStarts.pop()
      return write(code)
    }
    return effects.check(decide, begin, nok)
  },
}

/** Part of a link, with the tokens that begin and end at it. */
interface Piece {
  enter: TokenType[]
  length: number
  exit: TokenType[]
}

const enter = (effects: Effects, type: TokenType) =>
  type === 'chunkString'
    ? effects.enter('chunkString', { contentType: 'string' })
    : effects.enter(type)

/**
 * Reads `](…)` on one line. `next` receives the text in the brackets, or '' when there are none.
 */
function readTarget(effects: Effects, next: (written: string) => State): State {
  let written = ''
  let depth = 0
  const read: State = (code) => {
    const character = endsLine(code) ? '' : characterOf(code)
    if (character === '' || written.length > maxLength) return end('')(code)
    if (character === ')' && depth === 1) return end(written.slice(2))(code)
    if (written.length === 1 && character !== '(') return end('')(code)
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    written += character
    effects.consume(code)
    return read
  }
  const end =
    (inside: string): State =>
    (code) => {
      effects.exit('data')
      return next(inside)(code)
    }
  return (code) => {
    effects.enter('data')
    return read(code)
  }
}

/** The parts of a link that CommonMark does not support; empty for all others. */
function piecesOf(written: string): Piece[] {
  const [, lead = '', path = '', gap = '', size = '', space = '', title = '', tail = ''] =
    form.exec(written) ?? []
  const isOurs = /\s/.test(path) || size !== '' || /^[“‘]/.test(title)
  if (!isOurs || !(isFile(path) || isWebAddress(path)) || /^[<"“]|["”>]$/.test(path)) return []
  const address: TokenType[] = [
    'resourceDestination',
    'resourceDestinationRaw',
    'resourceDestinationString',
    'chunkString',
  ]
  const marker: Piece = { enter: ['resourceTitleMarker'], length: 1, exit: ['resourceTitleMarker'] }
  const titled: Piece[] = [
    { ...marker, enter: ['resourceTitle', 'resourceTitleMarker'] },
    piece(['resourceTitleString', 'chunkString'], title.length - 2),
    { ...marker, enter: ['resourceTitleMarker'], exit: ['resourceTitleMarker', 'resourceTitle'] },
  ]
  const pieces: Piece[] = [
    piece(['labelEnd', 'labelMarker'], 1),
    { enter: ['resource', 'resourceMarker'], length: 1, exit: ['resourceMarker'] },
    piece(['whitespace'], lead.length),
    piece(address, path.length),
    piece(['whitespace'], gap.length),
    piece(['pictureSize'], size.length),
    piece(['whitespace'], space.length),
    ...(title === '' ? [] : titled),
    piece(['whitespace'], tail.length),
    { enter: ['resourceMarker'], length: 1, exit: ['resourceMarker', 'resource'] },
  ]
  return pieces.filter(({ length }) => length > 0)
}

const piece = (types: readonly TokenType[], length: number): Piece => ({
  enter: [...types],
  length,
  exit: types.toReversed(),
})

const tree: TreeExtension = {
  exit: {
    pictureSize(token) {
      const image = this.stack.at(-1)
      if (image?.type !== 'image') return
      const [width = '', height = ''] = this.sliceSerialize(token).slice(1).split(/[x*×]/)
      image.data = { ...image.data, size: { ...(width && { width }), ...(height && { height }) } }
    },
  },
}
