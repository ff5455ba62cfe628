import type { Rule } from '../rule.js'
import { articleDate } from './article-date.js'
import { articleUnit } from './article-unit.js'
import { attachmentMark } from './attachment-mark.js'
import { attachmentMissing } from './attachment-missing.js'
import { copiesStop } from './copies-stop.js'
import { dash } from './dash.js'
import { dateAfterIssue } from './date-after-issue.js'
import { dateExists } from './date-exists.js'
import { dayHao } from './day-hao.js'
import { dengMark } from './deng-mark.js'
import { documentNumberBracket } from './document-number-bracket.js'
import { documentNumberForm } from './document-number-form.js'
import { dottedDate } from './dotted-date.js'
import { doubleApproximation } from './double-approximation.js'
import { doubledMark } from './doubled-mark.js'
import { doubledWord } from './doubled-word.js'
import { ellipsis } from './ellipsis.js'
import { fullWidthAlphanumeric } from './full-width-alphanumeric.js'
import { halfWidthBracket } from './half-width-bracket.js'
import { halfWidthMark } from './half-width-mark.js'
import { halfWidthStop } from './half-width-stop.js'
import { hanDateDot } from './han-date-dot.js'
import { headingJump } from './heading-jump.js'
import { headingStop } from './heading-stop.js'
import { imageSmall } from './image-small.js'
import { internalSeries } from './internal-series.js'
import { invisibleCharacter } from './invisible-character.js'
import { issueContinuity } from './issue-continuity.js'
import { jiezhi } from './jiezhi.js'
import { latinWord } from './latin-word.js'
import { leadingDecimal } from './leading-decimal.js'
import { leadingZeroDate } from './leading-zero-date.js'
import { leadingZeroInText } from './leading-zero-in-text.js'
import { levelOrder } from './level-order.js'
import { linesJoined } from './lines-joined.js'
import { lookAlike } from './look-alike.js'
import { markAtStart } from './mark-at-start.js'
import { markBetweenTitles } from './mark-between-titles.js'
import { mastheadNumerals } from './masthead-numerals.js'
import { middleDot } from './middle-dot.js'
import { mixedDate } from './mixed-date.js'
import { mixedOrdinal } from './mixed-ordinal.js'
import { nameDot } from './name-dot.js'
import { nearDuplicate } from './near-duplicate.js'
import { nestedBracket } from './nested-bracket.js'
import { nestedQuote } from './nested-quote.js'
import { nestedTitle } from './nested-title.js'
import { permit } from './permit.js'
import { personTwoWays } from './person-two-ways.js'
import { qita } from './qita.js'
import { rangeConnector } from './range-connector.js'
import { rangeOrder } from './range-order.js'
import { rangeUnit } from './range-unit.js'
import { repeatedAcrossComma } from './repeated-across-comma.js'
import { repeatedPhrase } from './repeated-phrase.js'
import { sequence } from './sequence.js'
import { sequenceMark } from './sequence-mark.js'
import { shortYear } from './short-year.js'
import { spaceAroundLatin } from './space-around-latin.js'
import { spaceBesideMark } from './space-beside-mark.js'
import { spaceBetweenHan } from './space-between-han.js'
import { stopAfterQuote } from './stop-after-quote.js'
import { straightQuote } from './straight-quote.js'
import { sumMismatch } from './sum-mismatch.js'
import { thousands } from './thousands.js'
import { titleLength } from './title-length.js'
import { tocTitle } from './toc-title.js'
import { traditionalCharacter } from './traditional-character.js'
import { typedIndent } from './typed-indent.js'
import { unitMissing } from './unit-missing.js'
import { unitTwoWays } from './unit-two-ways.js'
import { unpaired } from './unpaired.js'
import { weekday } from './weekday.js'
import { words } from './words.js'
import { wrongDirection } from './wrong-direction.js'
import { yearRange } from './year-range.js'
import { yearZero } from './year-zero.js'

/**
 * All rules, in the order of docs/design/layout-rules.md, 4.9. Rules that are not in that table
 * come last.
 */
export const rules: readonly Rule[] = [
  halfWidthMark,
  halfWidthStop,
  halfWidthBracket,
  straightQuote,
  fullWidthAlphanumeric,
  spaceBetweenHan,
  spaceBesideMark,
  spaceAroundLatin,
  typedIndent,
  invisibleCharacter,
  lookAlike,
  ellipsis,
  dash,
  middleDot,
  nameDot,
  doubledMark,
  stopAfterQuote,
  markAtStart,
  unpaired,
  wrongDirection,
  nestedBracket,
  nestedQuote,
  nestedTitle,
  documentNumberBracket,
  documentNumberForm,
  yearZero,
  dateExists,
  weekday,
  dateAfterIssue,
  rangeOrder,
  leadingZeroDate,
  leadingZeroInText,
  mixedDate,
  shortYear,
  dayHao,
  dottedDate,
  hanDateDot,
  yearRange,
  rangeUnit,
  leadingDecimal,
  thousands,
  mixedOrdinal,
  doubleApproximation,
  sequence,
  sequenceMark,
  levelOrder,
  linesJoined,
  headingStop,
  headingJump,
  attachmentMark,
  attachmentMissing,
  copiesStop,
  tocTitle,
  issueContinuity,
  articleDate,
  articleUnit,
  doubledWord,
  repeatedPhrase,
  dengMark,
  markBetweenTitles,
  jiezhi,
  qita,
  internalSeries,
  permit,
  words,
  imageSmall,
  latinWord,
  mastheadNumerals,
  nearDuplicate,
  personTwoWays,
  rangeConnector,
  repeatedAcrossComma,
  sumMismatch,
  titleLength,
  traditionalCharacter,
  unitMissing,
  unitTwoWays,
]
