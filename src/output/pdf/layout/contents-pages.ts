/**
 * Runs inside the browser. Saves the last page of the contents when it would be less than half
 * full: rows are set closer, down to 7.6 mm each, and if that is not enough, 简讯 shares the row of
 * its page number. If no page can be saved, the rows are distributed evenly over the pages,
 * preferably with page breaks where a section begins (newsletter-design, Pages).
 */
export function fitContents(): void {
  const contents = document.querySelector<HTMLElement>(
    '[data-role~="contents"][data-role~="own-pages"]',
  )
  const title = contents?.querySelector('[data-role~="contents-title"]')
  if (!contents || !title) return
  /** Smallest row height, px. */
  const closest = (7.6 * 96) / 25.4
  const style = getComputedStyle(contents)
  const line = Number.parseFloat(style.lineHeight)
  const lines = Number(style.getPropertyValue('--lines'))
  const head = title.getBoundingClientRect().height

  /** A unit that no page break divides: a row, or a section's name with the first row under it. */
  interface Piece {
    row: HTMLElement
    name: HTMLElement | undefined
    /** Height in lines. */
    lines: number
  }
  const linesOf = (element: Element | undefined) =>
    Math.round((element?.getBoundingClientRect().height ?? 0) / line)
  const pieces: Piece[] = []
  let name: HTMLElement | undefined
  for (const row of contents.querySelectorAll<HTMLElement>(
    '[data-role~="contents-section"], [data-role~="contents-row"]',
  )) {
    if (row.matches('[data-role~="contents-row"]'))
      pieces.push({ row, name, lines: linesOf(row) + linesOf(name) })
    name = row.matches('[data-role~="contents-section"]') ? row : undefined
  }

  /** Lines that a page holds (`page` counts from 0) when a line is `height` px high. */
  const capacity = (page: number, height: number) =>
    Math.floor((line * lines - (page === 0 ? head : 0)) / height + 0.001)
  /** Lines used on each page when the pages are filled in order. */
  const filled = (given: readonly Piece[], height: number): number[] => {
    const pages = [0]
    for (const piece of given) {
      const page = pages.length - 1
      const used = pages[page] ?? 0
      if (used + piece.lines > capacity(page, height)) pages.push(piece.lines)
      else pages[page] = used + piece.lines
    }
    return pages
  }
  const pages = filled(pieces, line)
  if (pages.length < 2 || (pages.at(-1) ?? 0) >= lines / 2) return

  /**
   * The largest row height in px that saves a page, in steps of 1/8 px as for the grid
   * (typeset/page-geometry.ts).
   */
  const heightSavingPage = (given: readonly Piece[]): number | undefined => {
    for (let height = line; height >= closest; height -= 1 / 8) {
      if (filled(given, height).length < pages.length) return height
    }
    return undefined
  }
  const textOf = ({ row }: Piece) => row.querySelector<HTMLElement>('[data-role~="contents-text"]')
  /** Whether the row has a page number but no title, as that of 简讯. */
  const isBare = (piece: Piece) => piece.name !== undefined && textOf(piece)?.textContent === ''
  const heightWithAllRows = heightSavingPage(pieces)
  const height =
    heightWithAllRows ??
    heightSavingPage(
      pieces.map((one) => (isBare(one) ? { ...one, lines: one.lines - linesOf(one.name) } : one)),
    )
  if (height !== undefined) {
    contents.style.setProperty('--row', `${height}px`)
    for (const piece of heightWithAllRows === undefined ? pieces.filter(isBare) : []) {
      const text = textOf(piece)
      if (!text || !piece.name) continue
      text.textContent = piece.name.textContent
      text.classList.add('contents-shared')
      piece.name.remove()
    }
    return
  }

  // Shortest path over the page breaks. The cost of a page is the square of its distance from the
  // mean length, in lines; a page that begins within a section costs as much as two lines of
  // distance.
  const before = [0]
  for (const piece of pieces) before.push((before.at(-1) ?? 0) + piece.lines)
  const meanLines = (before.at(-1) ?? 0) / pages.length
  interface PageStarts {
    cost: number
    starts: number[]
  }
  let best: (PageStarts | undefined)[] = [{ cost: 0, starts: [] }]
  for (const page of pages.keys()) {
    const next: (PageStarts | undefined)[] = []
    for (const [start, way] of best.entries()) {
      for (let end = start + 1; way && end <= pieces.length; end++) {
        const used = (before[end] ?? 0) - (before[start] ?? 0)
        if (used > capacity(page, line)) break
        const cost = way.cost + (used - meanLines) ** 2 + (pieces[start]?.name ? 0 : 4)
        if (cost < (next[end]?.cost ?? Infinity))
          next[end] = { cost, starts: [...way.starts, start] }
      }
    }
    best = next
  }
  for (const start of best[pieces.length]?.starts.slice(1) ?? []) {
    const piece = pieces[start]
    const first = piece?.name ?? piece?.row
    first?.classList.add('contents-break')
  }
}
