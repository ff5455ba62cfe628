import { isLongWord } from '../../text/long-words.js'

/** A stretch of text, `to` behind it. */
interface Run {
  readonly from: number
  readonly to: number
}

/** Numbers with connectors, dates with points, telephone numbers, 〔2021〕5号: not cut (layout-rules 4.3). */
const connected = /(?<![\d.,%])\d[\d.,%]*(?:[-–—～~/:·．]+\d[\d.,%]*)+|〔\d+〕第?\d+号?/gu
/** Where such a run may be parted all the same, if it is long: behind its connector or bracket. */
const parting = /(?<=[—–～〕])(?=第?\d)/g
/**
 * A two-character name padded to the width of three: one character alone on a side of the blank. Text
 * may adjoin it on the other side (会长沈　岚，韦　青同志).
 */
const paddedName =
  /(?<!\p{sc=Han})\p{sc=Han}[ \u3000]\p{sc=Han}|\p{sc=Han}[ \u3000]\p{sc=Han}(?!\p{sc=Han})/gu
/** A quotation mark or apostrophe among Latin text takes the Latin shape. */
const latinMark = /[“”‘’](?<=[A-Za-z0-9,.!?;:]\s*.)(?=\s*[A-Za-z0-9,.!?;:])/gu
/** A web or mail address, and what else no language has a word for. */
const address = /(?:https?:\/\/|www\.|(?<![\w.+-])[\w.+-]+@)[!-~]+|[!-~]{17,}/g
/** Where an address may be cut: behind a joint, before a point (layout-rules 4.3). */
const joint = /(?<=[/?&=@_-])(?![/?&=@_-]|$)|(?<!^)(?=\.)/g

/** Two words with a slash between them. */
const slash = /(?<=[A-Za-z]{2}\/)(?=[A-Za-z]{2})/g

/** A formula of three terms or more; a line may break after one of its operators. */
const formula = /[A-Za-z\d.,%]+(?:[×÷＝=≈＋+−][A-Za-z\d.,%]+){2,}/g
const isFormula = new RegExp(`^${formula.source}$`)
const operator = /[×÷＝=≈＋+−]/g

/** Longest run that is kept on one line, in characters: longer ones tear holes into justified lines. */
const longestKept = 12
/** One of more characters may be parted where the line would be torn open otherwise. */
const longestWhole = 8
/** A formula of no more characters is not broken. */
const longestFormula = 16

/** What the text of a paragraph asks for beyond what its single characters do. */
export interface TextNeeds {
  /** Offsets before which there is no break. */
  readonly whole: ReadonlySet<number>
  /** Offsets before which a run that is kept may be parted at a price. */
  readonly partings: ReadonlySet<number>
  /** Offsets of marks that take the Latin shape. */
  readonly latinMarks: ReadonlySet<number>
  /** Addresses and other runs without a word in them, in order. */
  readonly long: readonly Run[]
  /** Offsets where these may be cut without tearing a part. */
  readonly joints: ReadonlySet<number>
}

/** Reads a paragraph for what belongs together, and for what may be cut though it looks like one word. */
export function needsOf(text: string): TextNeeds {
  const whole = new Set<number>()
  const partings = new Set<number>()
  const keep = ({ index, 0: run }: RegExpExecArray) => {
    if (run.length > longestKept) return
    for (let at = index + 1; at < index + run.length; at++) whole.add(at)
    if (run.length <= longestWhole) return
    for (const found of run.matchAll(parting)) partings.add(index + found.index)
  }
  const hasDigits = /\d/.test(text)
  if (hasDigits) for (const found of text.matchAll(connected)) keep(found)
  if (/[ \u3000]/.test(text)) for (const found of text.matchAll(paddedName)) keep(found)
  const latinMarks = new Set<number>()
  if (/[A-Za-z0-9]/.test(text)) {
    for (const { index } of text.matchAll(latinMark)) latinMarks.add(index)
  }
  const long: Run[] = []
  const joints = new Set<number>()
  if (text.includes('/')) for (const { index } of text.matchAll(slash)) joints.add(index)
  for (const { index, 0: run } of text.matchAll(address)) {
    // A long word of a language is no address.
    if (!/^https?:|^www\.|@/.test(run) && !isLongWord(run)) continue
    if (isFormula.test(run)) continue
    long.push({ from: index, to: index + run.length })
    for (const at of run.matchAll(joint)) joints.add(index + at.index)
  }
  for (const { index, 0: run } of hasDigits ? text.matchAll(formula) : []) {
    if (run.length <= longestFormula) continue
    for (const sign of run.matchAll(operator)) {
      whole.add(index + sign.index)
      joints.add(index + sign.index + 1)
    }
  }
  return { whole, partings, latinMarks, long, joints }
}
