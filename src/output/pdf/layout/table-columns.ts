/**
 * Runs inside the browser. Distributes the width of tables that do not fit without broken cells
 * among their columns. The browser considers only the longest cell of a column, and so breaks names
 * and dates beside a long 备注. Here a break within a short cell costs more than an additional line
 * of a long one, and a local search minimises the cost: short columns stay unbroken while there is
 * room, and long columns get the rest.
 */
export function distributeColumnWidths(): void {
  /** A cell at its position in the column grid. Lengths in px, without padding. */
  interface Cell {
    row: number
    column: number
    span: number
    /** Width of every line of its text when nothing wraps. */
    lines: number[]
    head: boolean
  }
  /** Number of rows that are examined; further rows rarely change the result. */
  const mostRows = 80
  /**
   * Cost of every break within a cell, in table lines, by the length of its text: up to 4
   * characters (序号, a name), up to 9 (a date, a telephone number), up to 13, more.
   */
  const penalties = { head: [3, 0.5, 0.1, 0], body: [14, 10, 2, 0] }
  /**
   * Smallest comfortable line of a long text, in characters, and the cost of each character that is
   * missing.
   */
  const [comfort, discomfort] = [7, 3]

  const sum = (lengths: readonly number[]) => lengths.reduce((total, one) => total + one, 0)

  /** A table in its present state, with functions to measure it. */
  const measureTable = (table: HTMLTableElement) => {
    const rows = [...table.rows].slice(0, mostRows)
    // On a landscape page widths run vertically (landscape.css).
    const turned = table.closest('.landscape-page') !== null
    const along = ({ left, right, top, bottom }: DOMRect) =>
      turned ? { from: -bottom, to: -top, foot: right } : { from: left, to: right, foot: bottom }
    const widthOf = (element: Element) => {
      const { from, to } = along(element.getBoundingClientRect())
      return to - from
    }
    const em = Number.parseFloat(getComputedStyle(table).fontSize)

    // The column of every cell: cells of rows above may extend down into this one.
    const occupied: boolean[][] = []
    const placed = rows.flatMap((tr, row) =>
      [...tr.cells].map((element) => {
        let column = 0
        while (occupied[row]?.[column]) column++
        for (let down = 0; down < element.rowSpan; down++) {
          occupied[row + down] ??= []
          const line = occupied[row + down]
          if (line) for (let over = 0; over < element.colSpan; over++) line[column + over] = true
        }
        return { element, row, column, span: element.colSpan }
      }),
    )
    const count = Math.max(0, ...occupied.map((line) => line.length))
    const singles = placed.filter(({ span }) => span === 1)
    const inColumn = (column: number) => singles.filter((one) => one.column === column)
    const columns = Array.from({ length: count }, (_, column) => column)
    if (count < 2 || columns.some((column) => inColumn(column).length === 0)) return []

    const [sample] = singles
    const style = sample && getComputedStyle(sample.element)
    // Padding plus half of the rule on either side, with 1 px against rounding.
    const padding = style
      ? Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd) + 2
      : 0
    const range = document.createRange()
    return {
      table,
      columns,
      em,
      padding,
      // Without the outer halves of the outer rules.
      room: widthOf(table) - 1,
      width: () => widthOf(table),
      /** Width of the widest cell of every column, joined cells not counted. */
      widest: () =>
        columns.map((column) => Math.max(...inColumn(column).map((one) => widthOf(one.element)))),
      cells: (): Cell[] =>
        placed.map(({ element, row, column, span }) => {
          range.selectNodeContents(element)
          const lines = new Map<number, [number, number]>()
          for (const box of range.getClientRects()) {
            const { from, to, foot } = along(box)
            const line = Math.round(foot / em)
            const [start, end] = lines.get(line) ?? [from, to]
            lines.set(line, [Math.min(start, from), Math.max(end, to)])
          }
          const lengths = [...lines.values()].map(([start, end]) => end - start)
          return { row, column, span, lines: lengths, head: element.tagName === 'TH' }
        }),
    }
  }

  const tables = [...document.querySelectorAll<HTMLTableElement>('.table > table')]
    .filter((table) => table.style.tableLayout === '')
    .flatMap(measureTable)
  /**
   * Styles all tables before measuring any: alternating would force a layout of the whole document
   * for every table.
   */
  const setAll = (width: string, whiteSpace: string) => {
    for (const { table } of tables) Object.assign(table.style, { width, whiteSpace })
  }
  // First the preferred widths without wrapping, then the minimum widths.
  setAll('max-content', 'nowrap')
  const wanted = tables.map(({ width, widest, cells }) => ({
    whole: width(),
    most: widest(),
    cells: cells(),
  }))
  setAll('min-content', '')
  const bearable = tables.map(({ widest }) => widest())
  setAll('', '')

  for (const [index, { table, columns, em, padding, room }] of tables.entries()) {
    const { whole, most, cells } = wanted[index] ?? { whole: 0, most: [], cells: [] }
    const least = bearable[index] ?? []
    if (whole <= room + 1 || sum(least) > room) continue

    const costOf = (widths: readonly number[]): number => {
      const heights: number[] = []
      let cost = 0
      for (const { row, column, span, lines, head } of cells) {
        const inside = sum(widths.slice(column, column + span)) - padding
        const full = Math.max(em, Math.floor(inside / em + 0.05) * em)
        let height = 0
        for (const length of lines) {
          if (length <= inside) height += 1
          else {
            const broken = Math.ceil(length / full)
            height += broken
            const size =
              length <= 4.3 * em ? 0 : length <= 9.3 * em ? 1 : length <= 13.3 * em ? 2 : 3
            // A long text in a narrow column would have many very short lines.
            if (size === 3 && !head) cost += discomfort * Math.max(0, comfort - inside / em)
            // The last term is a small slope, so that the search can descend where no whole line is
            // saved yet.
            cost += (broken - 1) * (penalties[head ? 'head' : 'body'][size] ?? 0)
            cost += (0.05 * length) / inside
          }
        }
        heights[row] = Math.max(heights[row] ?? 1, height)
      }
      return cost + sum(heights)
    }

    // Initial distribution: every column gets its preferred width up to a common cap.
    const capped = (cap: number) =>
      columns.map((column) => Math.max(least[column] ?? 0, Math.min((most[column] ?? 0) + 1, cap)))
    let [low, high] = [0, room]
    for (let step = 0; step < 30; step++) {
      const cap = (low + high) / 2
      if (sum(capped(cap)) > room) high = cap
      else low = cap
    }
    let widths = capped(low)
    const spare = room - sum(widths)
    widths = widths.map((width) => width + spare / columns.length)

    // Then width is moved between columns, some characters at a time, while the cost decreases.
    let cost = costOf(widths)
    for (let round = 0; round < 300; round++) {
      let best: { cost: number; widths: number[] } | undefined
      for (const from of columns) {
        for (const to of columns) {
          if (from === to) continue
          for (const step of [0.25, 0.5, 1, 2, 3, 4, 6]) {
            const tried = [...widths]
            tried[from] = (tried[from] ?? 0) - step * em
            tried[to] = (tried[to] ?? 0) + step * em
            if ((tried[from] ?? 0) < (least[from] ?? 0)) break
            const found = costOf(tried)
            if (found < (best?.cost ?? cost) - 0.001) best = { cost: found, widths: tried }
          }
        }
      }
      if (!best) break
      cost = best.cost
      widths = best.widths
    }

    const group = document.createElement('colgroup')
    for (const width of widths) {
      const column = document.createElement('col')
      column.style.width = `${width}px`
      group.append(column)
    }
    for (const written of table.querySelectorAll(':scope > colgroup, :scope > col'))
      written.remove()
    if (table.caption) table.caption.after(group)
    else table.prepend(group)
    table.style.tableLayout = 'fixed'
  }
}
