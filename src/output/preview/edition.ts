import { titleIds } from '../../issue/title-ids.js'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'
import { fileStart } from '../../model/place.js'
import type { Edition, PageGrid, PrintedBlock, PrintedEntry } from '../../model/preview.js'
import { pageDigests, readPdf } from '../../pdf/index.js'
import { pageOf } from '../../typeset/page-geometry.js'
import type { MeasuredBlock } from '../pdf/layout/index.js'
import type { Printed } from '../pdf/print.js'
import { settingPlaces } from './setting-places.js'

const mmPerPx = 25.4 / 96
const mmPerPt = 25.4 / 72
/** Type area and inner margins of A4, mm (templates/shared/partials/page.hbs). */
const measure = 156
const inner = 28
const outer = 26

/**
 * Makes the edition of a printed issue: its pages, and where every block of the source is.
 *
 * @param where where the settings are written.
 */
export function editionOf(
  issue: Issue,
  { pdf, blocks }: Pick<Printed, 'pdf' | 'blocks'>,
  where: Partial<Record<string, Place>>,
): Edition {
  const grid = gridOf(issue)
  return {
    pages: pageDigests(readPdf(pdf)).map(({ digest, width, height }) => ({
      digest,
      width: width * mmPerPt,
      height: height * mmPerPt,
    })),
    ...placed(blocks, { titles: titlePlaces(issue), settingAt: settingPlaces(issue, where), grid }),
    grid,
    duplex: pageOf(issue).duplex,
  }
}

function gridOf(issue: Issue): PageGrid {
  const { chars, lines, line, top, mirror } = pageOf(issue)
  return {
    chars,
    lines,
    line: line * mmPerPx,
    top,
    left: inner,
    leftOfEven: mirror ? outer : inner,
    measure,
  }
}

interface Sources {
  /** Where the titles are written, by their ids. */
  titles: ReadonlyMap<string, Source>
  settingAt: ReturnType<typeof settingPlaces>
  grid: Pick<PageGrid, 'top' | 'left' | 'leftOfEven'>
}

/** Resolves the files and lines of what was measured, and moves its boxes from type area to sheet. */
function placed(
  measured: readonly MeasuredBlock[],
  { titles, settingAt, grid }: Sources,
): Pick<Edition, 'blocks' | 'entries'> {
  const blocks: PrintedBlock[] = []
  const entries: PrintedEntry[] = []
  for (const { place, title, leadsTo, setting, entry: row, text, boxes: inTypeArea } of measured) {
    const boxes = inTypeArea.map((box) => ({
      ...box,
      left: hundredths(box.left + (box.page % 2 === 0 ? grid.leftOfEven : grid.left)),
      top: hundredths(box.top + grid.top),
    }))
    const block = place === undefined ? titles.get(title ?? '') : sourceIn(place)
    if (block) blocks.push({ ...block, text, boxes })
    const written = settingAt(setting, row)
    const entry = titles.get(leadsTo ?? '') ?? (written && { ...written, line: written.at.line })
    if (entry) entries.push({ file: entry.file, line: entry.line, boxes })
  }
  return { blocks, entries }
}

const hundredths = (mm: number) => Math.round(mm * 100) / 100

type Source = Pick<PrintedBlock, 'file' | 'line' | 'end'>

/** Reads `12-14 issue-54/01.md` (typeset/source-places.ts). */
function sourceIn(place: string): Source | undefined {
  const found = /^(\d+)-(\d+) (.+)$/s.exec(place)
  return found?.[3] === undefined
    ? undefined
    : { file: found[3], line: Number(found[1]), end: Number(found[2]) }
}

/** Where the titles are written, by their ids. */
function titlePlaces(issue: Pick<Issue, 'sections'>): Map<string, Source> {
  const { ofArticle, ofBriefs } = titleIds(issue)
  const placeOf = ({ path, where }: Article): Source => {
    const { line } = where.title ?? fileStart
    return { file: path, line, end: line }
  }
  return new Map([
    ...[...ofArticle].map(([article, id]) => [id, placeOf(article)] as const),
    ...[...ofBriefs].flatMap(([{ briefs }, id]) => {
      const [first] = briefs
      return first ? [[id, { file: first.article.path, line: 1, end: 1 }] as const] : []
    }),
  ])
}
