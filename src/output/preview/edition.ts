import { titleIds } from '../../issue/title-ids.js'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import { fileStart } from '../../model/place.js'
import type { Edition, PageGrid, PrintedBlock } from '../../model/preview.js'
import { pageDigests, readPdf } from '../../pdf/index.js'
import { pageOf } from '../../typeset/page-geometry.js'
import type { MeasuredBlock } from '../pdf/layout/index.js'
import type { Printed } from '../pdf/print.js'

const mmPerPx = 25.4 / 96
const mmPerPt = 25.4 / 72
/** Type area and inner margins of A4, mm (templates/shared/partials/page.hbs). */
const measure = 156
const inner = 28
const outer = 26

/** Makes the edition of a printed issue: its pages, and where every block of the source is. */
export function editionOf(issue: Issue, { pdf, blocks }: Pick<Printed, 'pdf' | 'blocks'>): Edition {
  const grid = gridOf(issue)
  return {
    pages: pageDigests(readPdf(pdf)).map(({ digest, width, height }) => ({
      digest,
      width: width * mmPerPt,
      height: height * mmPerPt,
    })),
    blocks: placedBlocks(blocks, issue, grid),
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

/** Resolves the files and lines of measured blocks, and moves their boxes from type area to sheet. */
export function placedBlocks(
  blocks: readonly MeasuredBlock[],
  issue: Pick<Issue, 'sections'>,
  grid: Pick<PageGrid, 'top' | 'left' | 'leftOfEven'>,
): PrintedBlock[] {
  const titles = titlePlaces(issue)
  return blocks.flatMap(({ place, title, text, boxes }): PrintedBlock[] => {
    const source = place === undefined ? titles.get(title ?? '') : sourceIn(place)
    if (!source) return []
    const onSheet = boxes.map((box) => ({
      ...box,
      left: hundredths(box.left + (box.page % 2 === 0 ? grid.leftOfEven : grid.left)),
      top: hundredths(box.top + grid.top),
    }))
    return [{ ...source, text, boxes: onSheet }]
  })
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
