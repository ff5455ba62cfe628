import { isCode, isFile, isMail, isPictureFile, isWebAddress } from './destination.js'

/** Stands for what the parser has understood. */
export const understood = '\ufffc'

/** Where in a text a picture or a link is written, with what its brackets hold. */
export interface Miswritten {
  from: number
  to: number
  words: string
  /** The path or address, with the title behind it. */
  target: string
  isPicture: boolean
  /** Whether the target is one. */
  isSure: boolean
  /** Whether nothing else can be meant. */
  isWrong: boolean
  /** Whether a program may write it right: it has all marks but in the wrong shape. */
  isMendable: boolean
}

const inside = '(?:[^()（）\\n]|\\n(?!\\n)|[(（][^()（）\\n]{0,100}[)）]){1,300}?'
/** The words of a picture or link; a picture that is understood may stand for them. */
const label = '(?:[^\\[\\]【】［］]|\\[[^\\[\\]\\n]{0,50}\\]){0,200}'
/** ![说明](路径) with whatever brackets, and with blanks between them. */
const bracketed = new RegExp(
  `([!！]?)[ \\t]?([\\[【［])(${label})([\\]】］])[ \\t]*\\n?[ \\t]*([(（])(${inside})([)）])`,
  'g',
)
/** (说明)[路径] */
const reversed = /([!！]?)[(（]([^()（）\n\ufffc]{1,100})[)）]\[([^[\]\n]{1,300})\]/g
/** ![说明](路径 without its last bracket. */
const open =
  /[!！][ \t]?[[【［]([^[\]【】［］\n\ufffc]{0,200})[\]】］][ \t]*[(（]([^()（）\n]{1,300})$/gm
/** ![说明(路径) ![说明]<路径> ![说明]：路径 and others that name the file of a picture. */
const other =
  /(?:![ \t]?[[【［][^[\]【】［］\n\ufffc]{0,200}|[!！][ \t]?[[【［][^[\]【】［］\n\ufffc]{0,200}[\]】］][ \t]*[｛{<＜〈《(（：:])[^\s，。；\ufffc]{1,200}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|heic)(?![A-Za-z\d])/gi
/** ![[附件.pdf]]: what is embedded but no picture of the issue. */
const embedded = /!\[\[[^[\]\n\ufffc]{1,200}\]\]/g
/** A path, and the size or title behind it. */
const parts = /^(\S.*?)(?:\s+(?:=[\d.%x*×a-z]+|["“'‘][^"”“]*["”'’]))*$/u

/** What is written like a picture or a link in a text, in which `understood` stands for what is one. */
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
  // 【现场】(images/a.jpg) shows its path to the reader, which nobody wants.
  const isUnmarked = !isMarked && square !== '[' && round === '(' && isPath && target.includes('/')
  const isPicture = (isMarked && (isPictureFile(pathIn(target)) || mark === '!')) || isUnmarked
  const isSure = isTarget(target, isPicture) && !words.includes(understood)
  const isMixed = (round === '(') !== (end === ')')
  // [人民网]（https://…） may be meant as it is, and [1]（…）, 【…】（…） are.
  const isLink = square === '[' && isSure && (isMixed || isWebAddress(target))
  // [文](网址） is no link for want of an address, and no text either.
  const isHalf = square === '[' && isMixed && round === '(' && whole.includes(`${shut}(`)
  if (!isPicture && ((!isLink && !isHalf) || /^\d*$/.test(words))) return []
  // A bang that ends a sentence: 好！[注](a.docx）
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
  // ![现场](images/照 with a blank line behind it.
  if (!isSure && !/^![[][^\]]*\]\(/.test(whole)) return []
  const span = { from: index, to: index + whole.length, words, target }
  return [{ ...span, isPicture: true, isSure, isWrong: true, isMendable: isSure }]
}

const inOtherForm = ({ 0: whole, index = 0 }: RegExpMatchArray): Miswritten => {
  const unsure = { isPicture: true, isSure: false, isWrong: true, isMendable: false }
  return { from: index, to: index + whole.length, words: '', target: '', ...unsure }
}

/** A target without the line ends in it, and the marks of a quotation that begin the next line. */
const onOneLine = (written: string): string => written.replace(/\s*\n[\s>]*/g, '').trim()

/** A line end that may have been a blank of the path: 照片⏎(1).png, but not images/⏎照片.png. */
const uncertainCut = /[^/\p{sc=Han}]\s*\n|\n[\s>]*[^\s>/\p{sc=Han}]/u

const pathIn = (target: string): string => parts.exec(target)?.[1] ?? target

function isTarget(target: string, isPicture: boolean): boolean {
  const path = pathIn(target)
  if (target.includes(understood) || isMail(path)) return false
  if (isWebAddress(path) || (isPicture && isCode(path))) return true
  return isFile(path) && !(isPicture ? /[。；！？]/ : /[，。；！？]/).test(path)
}
