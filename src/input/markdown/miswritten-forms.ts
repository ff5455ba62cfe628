import { isCode, isFile, isMail, isPictureFile, isWebAddress } from './destination.js'

/** Placeholder for constructs that the parser recognised. */
export const understood = '\ufffc'

/** The range of a miswritten picture or link in a text, and the contents of its brackets. */
export interface Miswritten {
  from: number
  to: number
  words: string
  /** The path or address, with the title after it. */
  target: string
  isPicture: boolean
  /** Whether the target is a valid target. */
  isSure: boolean
  /** Whether no other meaning is possible. */
  isWrong: boolean
  /**
   * Whether it can be corrected automatically: all marks are present, but some are the wrong
   * characters.
   */
  isMendable: boolean
}

const inside = '(?:[^()（）\\n]|\\n(?!\\n)|[(（][^()（）\\n]{0,100}[)）]){1,300}?'
/** The words of a picture or link; they may contain the placeholder of a recognised picture. */
const label = '(?:[^\\[\\]【】［］]|\\[[^\\[\\]\\n]{0,50}\\]){0,200}'
/** ![说明](路径) with brackets of any kind, and with blanks between them. */
const bracketed = new RegExp(
  `([!！]?)[ \\t]?([\\[【［])(${label})([\\]】］])[ \\t]*\\n?[ \\t]*([(（])(${inside})([)）])`,
  'g',
)
/** (说明)[路径] */
const reversed = /([!！]?)[(（]([^()（）\n\ufffc]{1,100})[)）]\[([^[\]\n]{1,300})\]/g
/** ![说明](路径 without the closing bracket. */
const open =
  /[!！][ \t]?[[【［]([^[\]【】［］\n\ufffc]{0,200})[\]】］][ \t]*[(（]([^()（）\n]{1,300})$/gm
/** ![说明(路径), ![说明]<路径>, ![说明]：路径 and other forms with the name of a picture file. */
const other =
  /(?:![ \t]?[[【［][^[\]【】［］\n\ufffc]{0,200}|[!！][ \t]?[[【［][^[\]【】［］\n\ufffc]{0,200}[\]】］][ \t]*[｛{<＜〈《(（：:])[^\s，。；\ufffc]{1,200}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|heic)(?![A-Za-z\d])/gi
/** ![[附件.pdf]]: an embedded file that is not a picture of the issue. */
const embedded = /!\[\[[^[\]\n\ufffc]{1,200}\]\]/g
/** A path, and the size or title after it. */
const parts = /^(\S.*?)(?:\s+(?:=[\d.%x*×a-z]+|["“'‘][^"”“]*["”'’]))*$/u

/**
 * Finds text that resembles a picture or a link. In `text`, `understood` replaces the constructs
 * that the parser recognised.
 */
export function miswrittenIn(text: string): Miswritten[] {
  const found = [
    ...[...text.matchAll(bracketed)].flatMap(inBrackets),
    ...[...text.matchAll(reversed)].flatMap(inReverse),
    ...[...text.matchAll(open)].flatMap(withoutEnd),
    ...[...text.matchAll(other)].map(inOtherForm),
    ...[...text.matchAll(embedded)].map((match) => ({ ...inOtherForm(match), isWrong: false })),
  ]
  return found.filter(
    (one, index) => !found.slice(0, index).some(({ from, to }) => one.from < to && from < one.to),
  )
}

function inBrackets(match: RegExpMatchArray): Miswritten[] {
  const [whole, mark, square = '', words = '', shut, round = '', written = '', end = ''] = match
  const target = onOneLine(written)
  const isMarked = mark !== ''
  const isPath = isPictureFile(pathIn(target)) && !isWebAddress(target)
  // 【现场】(images/a.jpg) would print the path, which the author cannot want.
  const isUnmarked = !isMarked && square !== '[' && round === '(' && isPath && target.includes('/')
  const isPicture = (isMarked && (isPictureFile(pathIn(target)) || mark === '!')) || isUnmarked
  const isSure = isTarget(target, isPicture) && !words.includes(understood)
  const isMixed = (round === '(') !== (end === ')')
  // [人民网]（https://…） may be intended; [1]（…） and 【…】（…） are.
  const isLink = square === '[' && isSure && (isMixed || isWebAddress(target))
  // [文](网址） has no valid target for a link, but is not ordinary text either.
  const isHalf = square === '[' && isMixed && round === '(' && whole.includes(`${shut}(`)
  if (!isPicture && ((!isLink && !isHalf) || /^\d*$/.test(words))) return []
  // An exclamation mark that ends a sentence: 好！[注](a.docx）
  const skipped = isMarked && !isPicture ? whole.indexOf('[') : 0
  const from = (match.index ?? 0) + skipped
  const to = (match.index ?? 0) + whole.length
  const isWrong = isSure && (isPicture || isMixed)
  const isMendable = isWrong && !uncertainCut.test(written)
  return [{ from, to, words, target, isPicture, isSure, isWrong, isMendable }]
}

function inReverse({ 0: whole, 1: mark, 2: words = '', 3: target = '', index }: RegExpMatchArray) {
  const isPicture = isPictureFile(target) && !isWebAddress(target)
  if (!isPicture && !isWebAddress(target)) return []
  const isMarked = mark !== ''
  const isSure = isPicture || !isMarked
  const span = { from: index ?? 0, to: (index ?? 0) + whole.length, words, target, isPicture }
  return [{ ...span, isSure, isWrong: isPicture, isMendable: isPicture && isMarked }]
}

function withoutEnd({ 0: whole, 1: words = '', 2: written = '', index = 0 }: RegExpMatchArray) {
  const target = written.trim()
  const isSure = isTarget(target, true)
  // ![现场](images/照 followed by a blank line.
  if (!isSure && !/^![[][^\]]*\]\(/.test(whole)) return []
  const span = { from: index, to: index + whole.length, words, target }
  return [{ ...span, isPicture: true, isSure, isWrong: true, isMendable: isSure }]
}

const inOtherForm = ({ 0: whole, index = 0 }: RegExpMatchArray): Miswritten => {
  const unsure = { isPicture: true, isSure: false, isWrong: true, isMendable: false }
  return { from: index, to: index + whole.length, words: '', target: '', ...unsure }
}

/** Removes line ends from a target, and the quotation marks (`>`) that begin the next line. */
const onOneLine = (written: string): string => written.replace(/\s*\n[\s>]*/g, '').trim()

/** A line end that may replace a blank in the path: 照片⏎(1).png, but not images/⏎照片.png. */
const uncertainCut = /[^/\p{sc=Han}]\s*\n|\n[\s>]*[^\s>/\p{sc=Han}]/u

const pathIn = (target: string): string => parts.exec(target)?.[1] ?? target

function isTarget(target: string, isPicture: boolean): boolean {
  const path = pathIn(target)
  if (target.includes(understood) || isMail(path)) return false
  if (isWebAddress(path) || (isPicture && isCode(path))) return true
  return isFile(path) && !(isPicture ? /[。；！？]/ : /[，。；！？]/).test(path)
}
