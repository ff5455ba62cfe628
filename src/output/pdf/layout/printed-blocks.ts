/** A block on the page, before its title ids are resolved. Boxes in mm from the type area's corner. */
export interface MeasuredBlock {
  /** `12-14 issue-54/01.md`; undefined for a title. */
  place?: string
  /** Id of the title that the block is. */
  title?: string
  text: string
  /** `page` counts from 1. */
  boxes: { page: number; left: number; top: number; width: number; height: number }[]
}

/**
 * Runs inside the browser, while the pages are laid out as columns (`paginate`). Measures every
 * block whose source is written on it, and every title.
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
  for (const block of sheet.querySelectorAll<HTMLElement>('[data-place], [data-role~="title"]')) {
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
    const { place } = block.dataset
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim()
    blocks.push({ ...(place === undefined ? { title: block.id } : { place }), text, boxes })
  }
  return blocks
}
