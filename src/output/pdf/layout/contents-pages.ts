/**
 * In the page: a 目录 whose last page would be less than half full is set closer, down to 7.6 mm a row,
 * and 简讯 shares the row of its number, where that saves the page. One too long for that is shared out
 * over its pages evenly, best where a section begins (newsletter-design, Pages). Runs inside the browser.
 */
export function fitContents(): void {
  const contents = document.querySelector<HTMLElement>(
    '[data-role~="contents"][data-role~="own-pages"]',
  )
  const title = contents?.querySelector('[data-role~="contents-title"]')
  if (!contents || !title) return
  /** The closest that rows are set, px. */
  const closest = (7.6 * 96) / 25.4
  const style = getComputedStyle(contents)
  const line = Number.parseFloat(style.lineHeight)
  const lines = Number(style.getPropertyValue('--lines'))
  const head = title.getBoundingClientRect().height

  /** What no page's end parts: a row, or a section's name with the first row under it. */
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

  /** Lines that the first page and the others hold, at so many px a line. */
  const holds = (page: number, height: number) =>
    Math.floor((line * lines - (page === 0 ? head : 0)) / height + 0.001)
  /** Lines on each page when every page is filled. */
  const filled = (given: readonly Piece[], height: number): number[] => {
    const pages = [0]
    for (const piece of given) {
      const page = pages.length - 1
      const used = pages[page] ?? 0
      if (used + piece.lines > holds(page, height)) pages.push(piece.lines)
      else pages[page] = used + piece.lines
    }
    return pages
  }
  const pages = filled(pieces, line)
  if (pages.length < 2 || (pages.at(-1) ?? 0) >= lines / 2) return

  /** The widest setting that saves a page; eighths of a px, as the grid's (typeset/page-geometry.ts). */
  const saving = (given: readonly Piece[]): number | undefined => {
    for (let height = line; height >= closest; height -= 1 / 8) {
      if (filled(given, height).length < pages.length) return height
    }
    return undefined
  }
  const textOf = ({ row }: Piece) => row.querySelector<HTMLElement>('[data-role~="contents-text"]')
  /** 简讯 has a row with nothing but a number. */
  const isBare = (piece: Piece) => piece.name !== undefined && textOf(piece)?.textContent === ''
  const apart = saving(pieces)
  const height =
    apart ??
    saving(
      pieces.map((one) => (isBare(one) ? { ...one, lines: one.lines - linesOf(one.name) } : one)),
    )
  if (height !== undefined) {
    contents.style.setProperty('--row', `${height}px`)
    for (const piece of apart === undefined ? pieces.filter(isBare) : []) {
      const text = textOf(piece)
      if (!text || !piece.name) continue
      text.textContent = piece.name.textContent
      text.classList.add('contents-shared')
      piece.name.remove()
    }
    return
  }

  // The cheapest way to part the pieces: pages of equal length, and a page that begins within a section
  // costs as much as two lines more or less.
  const before = [0]
  for (const piece of pieces) before.push((before.at(-1) ?? 0) + piece.lines)
  const fair = (before.at(-1) ?? 0) / pages.length
  interface Way {
    cost: number
    starts: number[]
  }
  let ways: (Way | undefined)[] = [{ cost: 0, starts: [] }]
  for (const page of pages.keys()) {
    const next: (Way | undefined)[] = []
    for (const [start, way] of ways.entries()) {
      for (let end = start + 1; way && end <= pieces.length; end++) {
        const used = (before[end] ?? 0) - (before[start] ?? 0)
        if (used > holds(page, line)) break
        const cost = way.cost + (used - fair) ** 2 + (pieces[start]?.name ? 0 : 4)
        if (cost < (next[end]?.cost ?? Infinity))
          next[end] = { cost, starts: [...way.starts, start] }
      }
    }
    ways = next
  }
  for (const start of ways[pieces.length]?.starts.slice(1) ?? []) {
    const piece = pieces[start]
    const first = piece?.name ?? piece?.row
    first?.classList.add('contents-break')
  }
}
