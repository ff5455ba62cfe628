const han = '一二三四五六七八九十百'
const bold = '(?:\\*{1,3}|_{1,3})?'
/** A negative lookahead for text that continues a sentence after a number: （二）的、1）和、①②. */
const notContinued =
  '(?!类(?!型|别)|次(?!要|数)|[的项款条点中所至到和与及或、，。；：！？,;!?～~—\\-/）)\\]])'

/** Matches A.甲. The initial of a foreign name looks the same: A.托尔斯泰. */
const lettered = /^[A-Za-zⅠ-ⅻ][.．、)）]\s*\p{sc=Han}/u
/** Text before the lettered answers to a question: 正确的是 ⏎ A.甲 */
const asksForLetter = /(?:下列|以下|哪|选)|(?:的是|如下|[）)])$/u

/**
 * The beginnings of lines that are items of their own, by kind of number, so that neighbours can be
 * compared.
 */
const forms: readonly RegExp[] = [
  // Matches 1. 1、 and 1.2021年, but neither 3.5万元 nor 3、4月.
  /^[\d０-９]{1,3}(?:[.．](?![\d０-９])|、(?![\d０-９]))\s*\S/u,
  /^\d{1,2}[.．、](?:(?:19|20)\d\d年|\d{1,2}月\d{1,2}日)/u,
  new RegExp(`^[\\d０-９]{1,3}[)）]\\s*${notContinued}\\S`, 'u'),
  new RegExp(`^[(（〔【\\[][\\d０-９]{1,3}[)）〕】\\]]\\s*${notContinued}\\S`, 'u'),
  // Matches 一、 but not 一、三、五.
  new RegExp(`^[${han}]{1,4}[、.．](?![${han}]{1,3}[、，。和])\\s*\\S`, 'u'),
  new RegExp(`^[(（〔【\\[][${han}]{1,4}[)）〕】\\]]\\s*${notContinued}\\S`, 'u'),
  // ① ⑴ ⒈ ㈠ ❶
  new RegExp(
    `^[\\u2460-\\u249b\\u24eb-\\u24f4\\u2776-\\u2793\\u3220-\\u3229\\u3280-\\u3289\\u3251-\\u325f]\\s*${notContinued}[^\\u2460-\\u24ff]`,
    'u',
  ),
  // Matches 第一， but not 第一，第二名 or 第一、二名.
  new RegExp(
    `^[第其][${han}\\d]{1,4}(?:[，,](?![第其][${han}\\d])|、(?![第其]?[${han}\\d])|[：:是])\\s*\\S`,
    'u',
  ),
  new RegExp(`^第[${han}零〇\\d]{1,6}[条章节编款]\\s+\\S`, 'u'),
  lettered,
  // [x] 已办
  /^\[[ \u3000xX√✓✔]\]\s*\S/u,
  // 1️⃣ 🔟
  /^(?:\d\ufe0f?\u20e3|\u{1f51f})\s*\S/u,
  // 1.1.2 总则
  /^\d{1,2}(?:\.\d{1,2}){2,}[.．、]?\s*\p{sc=Han}/u,
]

/**
 * Enumerations that occur within a paragraph as often as on lines of their own; in the latter case
 * they begin in bold.
 */
const runIn = new RegExp(`^(?:[${han}]{1,3}是|首先|其次|再次|最后)[，,]?\\s*\\S`, 'u')
/**
 * Beginnings that occur by chance, and count only when the previous line has one of the same kind:
 *
 * - 1.1 总则 (3.5 万元)
 * - 时间：… 甲方（盖章）：… Tags: …, in a form or as a speaker's name (师：… 生1：…)
 * - 8:30 开幕, in a timetable
 * - the cells of a row, separated by tabs
 * - an emoji used as a bullet
 */
const inSeries: readonly RegExp[] = [
  /^\d{1,2}\.\d{1,2}[.．、\s]\s*\S/u,
  /^[\p{sc=Han}A-Za-z][\p{sc=Han}\w\s\u3000·（）()]{0,14}[：:]\s*\S/u,
  /^\d{1,2}[：:]\d{2}(?!\d)/u,
  /^[^\t]*\S[^\S\t]*\t\s*\S/u,
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u,
]
/** The speaker in an interview; the previous line must end a sentence. */
const speaker = /^(?:[问答]|记者|主持人|[QA]\d{0,2})[\s\u3000]*[：:]/u
/** The end of a line after which another worded item may follow: 一是…；二是…。 */
const clauseEnd = /[。！？；!?;…][”’」』）)】》]*$/u
const sentenceEnd = /[。！？!?…][”’」』）)】》]*$/u

/** The beginning of a remark on the content above it. */
const remark =
  /^(?:注(?:释|解|[\d一二三四五六七八九①-⑳])?|备注|附注|说明|(?:资料|数据|图片|文字)?来源|单位|制表人?|制图|填表说明|[*＊※])\s*[：:]/u

/** The end of a line after which no item number can follow: the sentence requires a word. */
const unfinished =
  /(?:[第共每见约近达至从自和与及或按（(《“‘「『【〔[—～~\-/]|共[有计]|合计|其中|附[件表])$/u
const comma = /[，、,]$/u

/** The end of a sentence, of a clause, or of an introduction to a list. */
const pauseEnd = /[。！？；：!?;:…][”’」』）)】》]*$/u
/** The first number of any kind. */
const firstNumber =
  /^[(（〔【[]?(?:0?[1１](?![\d０-９])|一(?!十)|[①⑴⒈㈠㊀❶AaⅠⅰ]|[第其](?:一|1)(?![十\d]))/u
/** Two adjacent numbers that count together: 一、二年级, 三、四十人. */
const adjacentNumbers = new RegExp(
  `^(?:${[...han].flatMap((one, index) => (han[index + 1] ? `${one}、${han[index + 1]}` : [])).join('|')}|十、十一|十一、十二)(?:年|月|日|级|班|组|名|个|位|人|等|期|批|届|季|次|天|层|线|号|楼|区|类|项|条|章|节|十|百|千|万)`,
  'u',
)

/** A path in brackets that is cut by a line end: ![现场](images/照片 */
const openTarget = /[\])][(（][^()（）]{1,200}$|!\[[^[\]]{0,200}$/u

const boldBeginning = /^[\s\u3000]*(?:\*\*|__)/u
const leading = new RegExp(`^[\\s\\u3000]*${bold}`, 'u')
const trailing = /[\s\u3000*_]+$/u

/** Whether a line under a table or a text is a remark on it: 注：…, 资料来源：… */
export const isRemark = (line: string): boolean => remark.test(line.replace(leading, ''))

/**
 * Whether a line of a paragraph is an item or a remark. Chinese editors begin these on a new line
 * without a blank line before it: 1.… 一、… （一）… ①… 注：…. The line after a numbered heading
 * that has a line of its own begins a paragraph as well.
 *
 * These are not items:
 *
 * - a line that begins with a figure because of wrapping (3.5万元, 2024年)
 * - a line whose previous line is unfinished
 * - a line within the path of a picture or link
 * - after a line without a punctuation mark at its end, a number other than the first, unless
 *   others of its kind precede it
 *
 * @param previous the line before, from the same paragraph.
 * @param above the lines above that one, nearest first, also of other paragraphs.
 */
export function beginsItem(line: string, previous: string, above: () => Iterable<string>): boolean {
  const words = line.replace(leading, '')
  const before = previous.replace(leading, '')
  if (openTarget.test(before)) return false
  if (remark.test(words)) return true
  const end = before.replace(trailing, '')
  if (runIn.test(words))
    return boldBeginning.test(line) || (runIn.test(before) && clauseEnd.test(end))
  if (speaker.test(words) && sentenceEnd.test(end)) return true
  if (comma.test(end) && !forms.some((pattern) => pattern.test(before))) return false
  if (isHeading(before)) return true
  if (inSeries.some((pattern) => pattern.test(words) && pattern.test(before))) return true
  const form = forms.find((pattern) => pattern.test(words))
  if (!form || closesBracket(words, end)) return false
  if (form.test(before)) return !/[第（(]$/u.test(end)
  if (comma.test(end) || unfinished.test(end)) return false
  if (!pauseEnd.test(end)) {
    if (adjacentNumbers.test(words)) return false
    if (form === lettered && /^[A-Za-z][.．]/.test(words) && !asksForLetter.test(end)) return false
    if (!firstNumber.test(words) && !hasLike(form, above())) return false
  }
  // In Latin text a line may begin with the number that ends a sentence.
  return !(/[A-Za-z\d]$/.test(end) && /^[\d.)]+\s*[A-Za-z]/.test(words))
}

function hasLike(form: RegExp, lines: Iterable<string>): boolean {
  for (const line of lines) if (form.test(line.replace(leading, ''))) return true
  return false
}

/**
 * Maximum length of a heading, in characters; a wrapped line is as long as the line width of its
 * document.
 */
const maxHeadingLength = 16

/** Whether a line is a numbered heading followed by its content on the next line: 一、活动时间. */
function isHeading(line: string): boolean {
  const words = line.replace(trailing, '')
  if (words.length > maxHeadingLength || !/\p{sc=Han}$/u.test(words)) return false
  if (unfinished.test(words) || adjacentNumbers.test(words)) return false
  return forms.some((pattern) => pattern.test(words))
}

/**
 * Whether the bracket after a number closes one that is open in the previous line: （见图 / 1）.
 */
function closesBracket(words: string, before: string): boolean {
  if (!/^[\d０-９]{1,3}[)）]/u.test(words)) return false
  return (
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
    Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  )
}
