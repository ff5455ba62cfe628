import type { ColourMode, PdfFacts, PrintReport, Sheet, SheetPage } from '../model/print.js'
import { inColumns } from './columns.js'

/** Returns the last line for an issue: what was written, or why nothing was. */
export function printSummary({ issue, file, fault, facts, booklet, archive }: PrintReport): string {
  if (fault) return `${fault.message}\n改法：${fault.hint}`
  if (file === undefined || !facts) return `没有生成印刷文件：${issue}`
  if (archive !== undefined) return `存档文件已生成：${file}（PDF/A-${archive}，${facts.pages} 页）`
  if (booklet)
    return `印刷文件已生成：${file}（${booklet.sheets.length} 张 ${booklet.sheet.toUpperCase()} 纸，双面印，短边翻转）`
  return `印刷文件已生成：${file}（${facts.pages} 页）`
}

/** Resolution under which a printed photo looks soft, in pixels per inch. */
const SOFT = 200

/** Returns what a print shop asks about a file, a line for each answer. */
export function printFactsText(report: PrintReport, facts: PdfFacts): string {
  const { width, height, bleed, fonts, lowestResolution } = facts
  const missing = fonts.filter(({ embedded }) => !embedded)
  const size = `${number(width)} × ${number(height)} 毫米`
  const rows: [string, string][] = [
    ['页数', pagesText(report, facts)],
    ['成品尺寸', report.booklet ? `大张 ${size}` : size],
    ['出血', bleedText(bleed, report)],
    ['颜色', `${colourNames[report.colour]}${inksText(facts, report)}`],
    [
      '字体',
      missing.length > 0
        ? `没有嵌入：${missing.map(({ name }) => name).join('、')}`
        : `${fonts.length} 种，全部嵌入`,
    ],
    ...fonts.map((font): [string, string] => ['', fontText(font)]),
    [
      '图片最低精度',
      lowestResolution
        ? `${lowestResolution.dpi} dpi（第 ${lowestResolution.page} ${report.booklet ? '面' : '页'}）${lowestResolution.dpi < SOFT ? '，印出来会发虚' : ''}`
        : '没有图片',
    ],
    ...(report.archive === undefined
      ? []
      : [['存档格式', archiveNames[report.archive]] as [string, string]]),
    ...(report.booklet ? sheetRows(report.booklet) : []),
  ]
  return inColumns(rows, [0, 1]).join('\n')
}

const archiveNames = {
  '2a': 'PDF/A-2a：看得见的样子、文字、结构都保证',
  '2u': 'PDF/A-2u：看得见的样子、文字都保证',
  '2b': 'PDF/A-2b：看得见的样子保证',
} as const satisfies Record<NonNullable<PrintReport['archive']>, string>

const number = (mm: number): string => String(Math.round(mm * 10) / 10)

function pagesText({ pages, booklet }: PrintReport, facts: PdfFacts): string {
  if (!booklet) return `${facts.pages} 页`
  const blanks = booklet.blanks > 0 ? `，封底前补 ${booklet.blanks} 个空白页` : ''
  return `${pages} 页${blanks}；${booklet.sheets.length} 张，${facts.pages} 面`
}

function bleedText(bleed: number, { bled }: PrintReport): string {
  if (bleed === 0) return '没有'
  const reach =
    bled && bled.length > 0
      ? `第 ${ranges(bled)} 页的图或色块到页边，已补进出血`
      : '没有图或色块到页边'
  return `${number(bleed)} 毫米，有裁切线；${reach}`
}

const colourNames: Readonly<Record<ColourMode, string>> = {
  full: '彩色',
  gray: '黑白',
  red: '黑加红专色',
}

const inkNames: Readonly<Record<string, string>> = {
  black: '黑',
  rgb: '彩色（RGB）',
  cmyk: '四色（CMYK）',
  Red: '红专色（Red）',
}

/** Which pages need which inks, the pages with the same inks together. */
function inksText({ inks }: PdfFacts, { booklet }: PrintReport): string {
  const pages = new Map<string, number[]>()
  for (const [index, names] of inks.entries()) {
    const key = names.map((name) => inkNames[name] ?? name).join('、') || '空白'
    pages.set(key, [...(pages.get(key) ?? []), index + 1])
  }
  const unit = booklet ? '面' : '页'
  return [...pages].map(([key, numbers]) => `；第 ${ranges(numbers)} ${unit}：${key}`).join('')
}

/** Formats rising numbers: `1–3、5`. */
function ranges(numbers: readonly number[]): string {
  const parts: [from: number, to: number][] = []
  for (const one of numbers) {
    const last = parts.at(-1)
    if (last && one === last[1] + 1) last[1] = one
    else parts.push([one, one])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}

const fontText = ({ name, type, subset, embedded }: PdfFacts['fonts'][number]): string =>
  `${name}（${type}，${embedded ? (subset ? '嵌入用到的字' : '整个嵌入') : '没有嵌入'}）`

/** The table of sheets: what lies where, and how far the pages are moved. */
function sheetRows({ sheets, thickness }: NonNullable<PrintReport['booklet']>): [string, string][] {
  const most = Math.max(0, ...sheets.map(({ creep }) => creep))
  const signatures = Math.max(0, ...sheets.map(({ signature }) => signature))
  return [
    [
      '爬移',
      thickness === 0
        ? '没有算（写 --paper 80gsm 就算）'
        : `纸厚 ${thickness} 毫米，最里面一张向订口移 ${most} 毫米`,
    ],
    ...sheets.map((sheet): [string, string] => [
      signatures > 1 ? `第${sheet.signature}帖第${sheet.number}张` : `第${sheet.number}张`,
      sheetText(sheet),
    ]),
  ]
}

const sheetText = ({ front, back, creep }: Sheet): string =>
  `正面：${sideText(front)}　背面：${sideText(back)}${creep > 0 ? `　移 ${creep} 毫米` : ''}`

const sideText = ([left, right]: readonly [SheetPage, SheetPage]): string =>
  `${left ?? '空白'}｜${right ?? '空白'}`
