/**
 * In the page: draws the leader of every 目录 row from its title's last line to the number. Title,
 * leader and number share that line however full it is (docs/design/newsletter.md, Pages): the number stands in
 * the row's padding, and so do the last dots. Runs inside the browser: nothing from outside the function
 * may be used.
 */
export function drawLeaders(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-role~="contents-row"]')].flatMap(
    (row) => {
      const text = row.querySelector<HTMLElement>('[data-role~="contents-text"]')
      const leader = row.querySelector<HTMLElement>('[data-role~="leader"]')
      if (!text || !leader) return []
      const box = row.getBoundingClientRect()
      const lastLine = [...text.getClientRects()].at(-1)
      return {
        leader,
        cell: Number.parseFloat(getComputedStyle(row).fontSize),
        width: box.width,
        start: lastLine && lastLine.width > 0 ? lastLine.right - box.left : 0,
      }
    },
  )
  // All are measured before the first is drawn: a row that changes would have the whole laid out anew.
  for (const { leader, cell, width, start } of rows) {
    // A cell before the number, whose widest figure is known from its own setting: three digits.
    const end = width - cell * 2
    // A quarter cell after the title where there is room for more than one.
    const room = (end - start) / cell
    const dots = Math.max(Math.floor(room - 0.25), Math.min(1, Math.floor(room + 0.05)), 0)
    // The dots end where the number's field begins, so that the leaders of all rows end in one line.
    const before = end - start - dots * cell
    leader.style.marginInline = `${before}px ${-before}px`
    leader.textContent = '…'.repeat(dots)
  }
}
