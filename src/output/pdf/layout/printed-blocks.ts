/** A block, or a line of contents or cover, on the page, before its source is looked up. Boxes in mm from the type area's corner. */
export interface MeasuredBlock {
  /** `12-14 issue-54/01.md`; undefined for a title. */
  place?: string
  /** Id of the title that the block is. */
  title?: string
  /** Id of the title that a row of the contents leads to. */
  leadsTo?: string
  /** Settings that a line of the cover is made of, the most telling first: `issueLine number`. */
  setting?: string
  /** Label of the row that the line is, when the setting is a list of rows: 电话. */
  entry?: string
  text: string
  /** `page` counts from 1. */
  boxes: { page: number; left: number; top: number; width: number; height: number }[]
}

/**
 * Runs inside the browser, while the pages are laid out as columns (`paginate`). Measures every
 * block whose source is written on it, every title, every row of the contents and every line that is
 * made of settings.
 */
export function measureBlocks(): MeasuredBlock[] {
  const pxPerMm = 96 / 25.4
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  if (!sheet) return []
  const sheetBox = sheet.getBoundingClientRect()
  // The letter form's sheet is wider than its type area.
  const start = Number.parseFloat(getComputedStyle(sheet).paddingLeft) || 0
  const rounded = (px: number) => Math.round((px / pxPerMm) * 100) / 100
  const blocks: MeasuredBlock[] = []
  const measured = '[data-place], [data-role~="title"], [data-role~="contents-row"], [data-setting]'
  for (const block of sheet.querySelectorAll<HTMLElement>(measured)) {
    const boxes = [...block.getClientRects()].flatMap((box) => {
      if (box.height <= 0 || box.width <= 0) return []
      const page = Math.floor((box.left - sheetBox.left + 1) / sheetBox.width) + 1
      const left = box.left - sheetBox.left - (page - 1) * sheetBox.width - start
      return {
        page,
        left: rounded(left),
        top: rounded(box.top - sheetBox.top),
        width: rounded(box.width),
        height: rounded(box.height),
      }
    })
    if (boxes.length === 0) continue
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim()
    blocks.push({ ...sourceOf(block), text, boxes })
  }
  return blocks

  function sourceOf(block: HTMLElement): Omit<MeasuredBlock, 'text' | 'boxes'> {
    const { place, setting, entry } = block.dataset
    if (place !== undefined) return { place }
    if (setting !== undefined) return { setting, ...(entry !== undefined && { entry }) }
    const field = block.querySelector<HTMLElement>('[data-page-of]')
    return field ? { leadsTo: field.dataset.pageOf ?? '' } : { title: block.id }
  }
}
