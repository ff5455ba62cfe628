/**
 * Runs inside the browser. Gives adjacent number columns whose heads have the same length (一季度,
 * 二季度) the same width, wide enough that no number breaks. The width that is missing is taken from
 * the widest of the other columns.
 */
export function levelColumns(): void {
  const number = /^(?:[-+−±￥¥]?\d[\d.,]*[%‰]?|[-—–－…/]*)$/
  /** Number of rows that are examined. */
  const mostRows = 80

  /**
   * Every run of similar columns, as the list of their indexes, and the cells of the last head row.
   */
  const runsOf = (table: HTMLTableElement): { runs: number[][]; head: HTMLElement[] } => {
    const rows = [...table.rows].slice(0, mostRows)
    const occupied: (HTMLTableCellElement | undefined)[][] = rows.map(() => [])
    for (const [row, tr] of rows.entries()) {
      for (const cell of tr.cells) {
        let column = 0
        while (occupied[row]?.[column]) column++
        for (let down = 0; down < cell.rowSpan; down++) {
          for (let over = 0; over < cell.colSpan; over++) {
            const line = occupied[row + down]
            if (line) line[column + over] = cell
          }
        }
      }
    }
    const headed = [...(table.tHead?.rows ?? [])].length
    const head = (occupied[headed - 1] ?? []).filter((cell) => cell !== undefined)
    const whole = new Set(head).size === head.length && headed > 0
    const textOf = (cell: HTMLElement | undefined) => (cell?.textContent ?? '').trim()
    const isNumeric = (column: number) => {
      const texts = occupied.slice(headed).map((line) => textOf(line[column]))
      return texts.every((text) => number.test(text)) && texts.some((text) => /\d/.test(text))
    }
    const runs: number[][] = []
    for (const [column, cell] of whole ? head.entries() : []) {
      if (!isNumeric(column)) continue
      const run = runs.at(-1)
      const before = run?.at(-1)
      const length = (one: number) => [...textOf(head[one])].length
      if (run && before === column - 1 && length(before) === [...textOf(cell)].length)
        run.push(column)
      else runs.push([column])
    }
    return { runs: runs.filter(({ length }) => length > 1), head }
  }

  const tables = [...document.querySelectorAll<HTMLTableElement>('.table > table')]
    .map((table) => ({ table, ...runsOf(table) }))
    .filter(({ runs }) => runs.length > 0)
  if (tables.length === 0) return
  // On a landscape page widths run vertically. `offsetWidth` is rounded and therefore not used:
  // over ten columns the error could make the table wider than the page.
  const widthsOf = ({ table, head }: (typeof tables)[number]) => {
    const turned = table.closest('.landscape-page') !== null
    return head.map((cell) => cell.getBoundingClientRect()[turned ? 'height' : 'width'])
  }
  const own = tables.map(widthsOf)
  const layouts = tables.map(({ table }) => table.style.tableLayout)
  for (const { table } of tables)
    Object.assign(table.style, { width: 'min-content', tableLayout: 'auto' })
  const columns = tables.map(({ table }) => [
    ...table.querySelectorAll<HTMLElement>(':scope > colgroup > col'),
  ])
  const given = columns.map((cols) => cols.map(({ style }) => style.width))
  for (const col of columns.flat()) col.style.width = ''
  const minimum = tables.map(widthsOf)
  for (const { table } of tables)
    Object.assign(table.style, { width: 'max-content', whiteSpace: 'nowrap' })
  const preferred = tables.map(widthsOf)
  for (const [index, cols] of columns.entries()) {
    for (const [place, col] of cols.entries()) col.style.width = given[index]?.[place] ?? ''
  }
  for (const [index, { table }] of tables.entries()) {
    Object.assign(table.style, { width: '', whiteSpace: '', tableLayout: layouts[index] ?? '' })
  }

  for (const [index, { table, runs }] of tables.entries()) {
    const widths = [...(own[index] ?? [])]
    const narrowest = minimum[index] ?? []
    for (const run of runs) {
      const mean = run.reduce((sum, column) => sum + (widths[column] ?? 0), 0) / run.length
      const wanted = Math.max(mean, ...run.map((column) => narrowest[column] ?? 0))
      const others = [...widths.keys()].filter((column) => !run.includes(column))
      // A column whose cells all fit on one line (names, dates) is not narrowed until they break.
      const spare = (column: number) => {
        const [width, whole] = [widths[column] ?? 0, preferred[index]?.[column] ?? 0]
        return width - (width > whole - 0.5 ? whole : (narrowest[column] ?? 0))
      }
      const donor = others.toSorted((a, b) => spare(b) - spare(a))[0]
      const missing = (wanted - mean) * run.length
      if (missing > 0.5 && (donor === undefined || spare(donor) < missing)) continue
      if (missing > 0.5 && donor !== undefined) widths[donor] = (widths[donor] ?? 0) - missing
      for (const column of run) widths[column] = wanted
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
