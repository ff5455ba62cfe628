import type { Diagnostic } from '../model/diagnostic.js'
import type { PageBox } from '../model/preview.js'
import type { Desk } from './desk.js'
import { made } from './elements.js'
import { blockOfLine } from './geometry.js'

/** A finding with its number in the list and the block it stands beside, if that is printed. */
export interface PlacedFinding {
  finding: Diagnostic
  block: number | undefined
}

/** Finds the block of every finding. */
export function placed(findings: readonly Diagnostic[], desk: Desk): PlacedFinding[] {
  const blocks = desk.edition?.blocks ?? []
  return findings.map((finding) => ({
    finding,
    block: blockOfLine(blocks, { file: finding.file, line: finding.at.line }),
  }))
}

/** Sets the box of an element on its page; sizes in mm. */
export function setBox(element: HTMLElement, { left, top, width, height }: PageBox): void {
  for (const [name, mm] of Object.entries({ left, top, width, height }))
    element.style.setProperty(`--${name}`, String(mm))
}

/** Puts a mark into the margin beside every finding. `onClick` gets the index of the finding. */
export function layMarks(
  findings: readonly PlacedFinding[],
  desk: Desk,
  onClick: (index: number) => void,
): void {
  for (const { overlay } of desk.views)
    for (const old of overlay.querySelectorAll('.mark')) old.remove()
  for (const [index, { finding, block }] of findings.entries()) {
    const [box] = desk.boxesOf(block)
    const view = box && desk.views[box.page - 1]
    if (!view) continue
    const mark = made('button', `mark ${finding.severity}`, String(index + 1))
    mark.type = 'button'
    mark.title = `${finding.message}\n改法：${finding.hint}`
    setBox(mark, box)
    // Findings of one paragraph stand side by side.
    const beside = view.overlay.querySelectorAll(`.mark[data-block="${block}"]`).length
    mark.dataset.block = String(block)
    mark.style.setProperty('--beside', String(beside))
    mark.addEventListener('click', (event) => {
      event.stopPropagation()
      onClick(index)
    })
    view.overlay.append(mark)
  }
}

/** Shows frames around boxes, such as those of a block, until the next call. */
export function frame(desk: Desk, boxes: readonly PageBox[], className: string): void {
  for (const { overlay } of desk.views)
    for (const old of overlay.querySelectorAll(`.${className}`)) old.remove()
  for (const box of boxes) {
    const shown = made('div', className)
    setBox(shown, box)
    desk.views[box.page - 1]?.overlay.append(shown)
  }
}

/** Draws the grid of characters and lines, and the trim and gutter, on every page; css shows them. */
export function layGrids(desk: Desk): void {
  const { edition } = desk
  if (!edition) return
  const { chars, lines, line, top, left, leftOfEven, measure } = edition.grid
  for (const { overlay, number } of desk.views) {
    for (const old of overlay.querySelectorAll('.grid, .gutter, .trim')) old.remove()
    const isEven = number % 2 === 0
    const grid = made('div', 'grid')
    const height = lines * line
    setBox(grid, { page: number, left: isEven ? leftOfEven : left, top, width: measure, height })
    grid.style.setProperty('--cell', String(measure / chars))
    grid.style.setProperty('--line', String(line))
    const gutter = made('div', `gutter ${edition.duplex && isEven ? 'right' : 'left'}`)
    overlay.append(grid, gutter, made('div', 'trim'))
  }
}
